import {
  always,
  count,
  fields,
  flag,
  id,
  list,
  mask,
  ofText,
  oneOf,
  type Rule,
  text,
  time,
  timestamp,
} from './rules.ts';
import * as words from './vocabulary.ts';

/** A language and its country, as far as they exist: they say how numbers are written. */
const locale = ofText((written) => {
  const isKnown =
    /^[a-z]{2}-[A-Z]{2}$/.test(written) && Intl.NumberFormat.supportedLocalesOf(written).length > 0;
  return isKnown ? written : 'en-US';
});

const zone = always('Europe/Berlin');

const account = fields({ id, name: text, aadObjectId: id, role: oneOf(words.roles) });

/** Only addresses of Microsoft's own, and of those only the region. */
const serviceUrl = ofText((written, { placeholders }) => {
  const { hostname, pathname } = URL.parse(written) ?? { hostname: '', pathname: '' };
  if (!words.serviceHosts.includes(hostname)) return 'https://service.example.com/';
  const path = pathname
    .split('/')
    .map((part) => (words.serviceRegions.includes(part) ? part : placeholders.id(part)));
  return `https://${hostname}${path.join('/')}`;
});

/** What a button of our cards sends, and Teams' own thumbs. */
const value: Rule = (given, scope, path) =>
  typeof given === 'object' && !Array.isArray(given)
    ? click(given, scope, path)
    : mask(given, scope, path);

const click = fields({
  action: oneOf(words.cardActions),
  answer: id,
  rating: oneOf(words.ratings),
  comment: text,
  table: id,
  format: oneOf(words.fileFormats),
  from: count,
  session: id,
  askedAt: timestamp,
  space: id,
  person: id,
  question: text,
  actionName: oneOf(['feedback']),
  actionValue: fields({ reaction: oneOf(words.reactions), feedback: text }),
});

/** An activity, as it comes from a channel. */
export const activityRule = fields({
  type: oneOf(words.activityTypes),
  id,
  timestamp: time,
  localTimestamp: time,
  localTimezone: zone,
  locale,
  channelId: oneOf(words.channels),
  serviceUrl,
  from: account,
  recipient: account,
  conversation: fields({
    id,
    name: text,
    conversationType: oneOf(words.conversationTypes),
    tenantId: id,
    isGroup: flag,
  }),
  text,
  textFormat: oneOf(words.textFormats),
  name: oneOf(words.invokeNames),
  action: oneOf(words.activityActions),
  value,
  replyToId: id,
  membersAdded: list(account),
  membersRemoved: list(account),
  reactionsAdded: list(fields({ type: oneOf(words.reactions) })),
  reactionsRemoved: list(fields({ type: oneOf(words.reactions) })),
  attachments: list(fields({ contentType: oneOf(words.contentTypes), content: mask, name: text })),
  entities: list(
    fields({
      type: oneOf(words.entityTypes),
      text,
      mentioned: account,
      locale,
      country: always('US'),
      platform: oneOf(words.platforms),
      timezone: zone,
    }),
  ),
  channelData: fields({
    tenant: fields({ id }),
    team: fields({ id, name: text, aadGroupId: id }),
    channel: fields({ id, name: text }),
    teamsTeamId: id,
    teamsChannelId: id,
    eventType: oneOf(words.teamsEvents),
    source: fields({ name: oneOf(words.clickSources) }),
    legacy: fields({ replyToId: id }),
    settings: fields({ selectedChannel: fields({ id }) }),
    clientActivityID: id,
    clientTimestamp: time,
    postBack: flag,
  }),
});
