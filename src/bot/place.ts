import type { CardChannel, Origin } from '../cards/parts/outgoingMessage.ts';
import { knownLocale } from '../common/knownLocale.ts';
import { knownTimeZone } from '../common/knownTimeZone.ts';
import { channelOf, type Place, type Reading, readingOf, vouchesFor } from '../questions/place.ts';
import type { Activity } from './activityShape.ts';

/** Where an activity came from; `undefined` where it lacks what an answer needs. */
export function placeOf(activity: Partial<Activity>): Place | undefined {
  const { channelId, serviceUrl, conversation, from, recipient } = activity;
  if (!channelId || !serviceUrl || !conversation?.id || !from?.id || !recipient?.id)
    return undefined;
  const { vouchesForPeople, hasSharedPlaces } = channelOf({ channelId });
  const teamId: string | undefined = activity.channelData?.team?.id;
  // Teams names it twice.
  const tenantId = conversation.tenantId ?? activity.channelData?.tenant?.id;
  return {
    channelId,
    serviceUrl,
    conversation: {
      ...pick(conversation, ['id', 'conversationType', 'isGroup']),
      ...(tenantId && { tenantId }),
    },
    user: pick(from, vouchesForPeople ? ['id', 'name', 'aadObjectId'] : ['id', 'name']),
    ...(hasSharedPlaces && teamId && { teamId }),
    bot: pick(recipient, ['id', 'name']),
    ...(activity.id && { activityId: activity.id }),
    ...readingIn(activity),
  };
}

/** How the person reads: by the activity, or by what Teams says of their client where the activity's word is no use. */
function readingIn({ locale, localTimezone, entities = [] }: Partial<Activity>): Reading {
  const clients = entities.filter((entity) => entity.type === 'clientInfo');
  const locales = [locale, ...clients.map((client) => client.locale)];
  const timeZones = [localTimezone, ...clients.map(({ timezone }) => timezone)];
  return readingOf({
    locale: locales.find((each) => knownLocale(each)) ?? locale,
    timeZone: timeZones.find(knownTimeZone) ?? localTimezone,
  });
}

/** A copy of some properties, without those that are not set. */
function pick<T extends object, K extends keyof T>(source: T, keys: readonly K[]) {
  const entries = keys.map((key) => [key, source[key]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as {
    [Key in K]: NonNullable<T[Key]>;
  };
}

/**
 * Whether the clicked message can be replaced without a record of who it was shown to. The person's client names the
 * message: in a group, it could name another person's answer.
 */
export function canUpdateClicked(place: Place): boolean {
  return channelOf(place).canUpdate && place.conversation.conversationType === 'personal';
}

/**
 * How people address the bot in a place where it isn't told what they write otherwise: a channel or a group chat.
 */
export function mentionIn({ conversation, bot, ...place }: Place): { mention?: string } {
  const { conversationType, isGroup } = conversation;
  const isShared = isGroup || ['channel', 'groupChat'].includes(conversationType ?? '');
  return channelOf(place).hasSharedPlaces && isShared ? { mention: `@${bot.name || 'me'}` } : {};
}

/** What people call the place where something was asked. */
export function originOf({ conversation }: Place): Origin {
  if (conversation.id.includes(';messageid=')) return 'thread';
  return conversation.conversationType === 'channel' ? 'channel' : 'chat';
}

/** Which dialect of Adaptive Cards a place shows. */
export function cardChannelOf(place: Place): CardChannel {
  return channelOf(place).cards;
}

/** Whether nobody but the people themselves says who they are in a place. */
export function isSelfDeclared(place: Place): boolean {
  return !vouchesFor(place);
}

/** Whether nobody knows who will read what comes here later: a visitor of a page that doesn't say who they are. */
export function isStranger(place: Place): boolean {
  return channelOf(place).isInPage && place.visitor === undefined;
}
