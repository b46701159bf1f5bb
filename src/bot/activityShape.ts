import * as z from 'zod/mini';
import { cleanText } from './cleanText.ts';

/** The longest in use are Teams' conversation IDs, with some 200 characters. */
const longestId = z.maxLength(2_000);

/** An ID from a channel: it ends up in addresses and headers. */
const id = z.string().check(z.minLength(1), longestId, z.regex(/^[\x21-\x7e]*$/));

/** A page with a Web Chat can give its users any ID. */
const accountId = z.string().check(z.minLength(1), longestId, z.regex(/^[^\p{Cc}\p{Cs}]*$/u));

/**
 * A field that the bot can do without. Channels written in C# send `null` for missing values, others `""`, and a client
 * that writes nonsense here still gets its answer.
 */
function maybe<T extends z.ZodMiniType>(schema: T) {
  return z.optional(z.catch(z.optional(schema), undefined));
}

/** A text of which nothing sees more than the beginning. It is cut before it is cleaned. */
function textOf(longest: number) {
  return z.pipe(
    z.string(),
    z.transform((text) => cleanText(cut(text, longest))),
  );
}

/** A text that is as long as `longest` if it was cut: cleaning could make it pass for a whole one. */
function wholeTextOf(longest: number) {
  return z.pipe(
    z.string(),
    z.transform((text) =>
      text.length >= longest ? text.slice(0, longest).toWellFormed() : cleanText(text),
    ),
  );
}

/** At most `longest` UTF-16 units, and no half of a character at the end. */
function cut(text: string, longest: number): string {
  return text.length > longest ? text.slice(0, longest).replace(/[\ud800-\udbff]$/, '') : text;
}

/** The things that `shape` fits, of the first `longest`. */
function someOf<T extends z.ZodMiniType>(shape: T, longest: number) {
  return z.pipe(
    z.array(z.unknown()),
    z.transform((things) =>
      things.slice(0, longest).flatMap((thing): z.output<T>[] => {
        const parsed = shape.safeParse(thing);
        return parsed.success ? [parsed.data] : [];
      }),
    ),
  );
}

/** In UTF-16 units, for what is a name or a word. Teams' longest display names have 256. */
const longestName = 256;

const account = z.object({
  id: accountId,
  name: maybe(textOf(longestName)),
  aadObjectId: maybe(accountId),
});

/**
 * In UTF-16 units: several times a question, because quotes and mentions are in it, too. A text that reaches it was cut
 * off: `readText` leaves it that long, and it is refused.
 */
export const longestText = 40_000;

/** How a mention stands in the text, with markup around the name. A longer one can't be found there, so it is ignored. */
const written = z.string().check(z.minLength(1), z.maxLength(2 * longestName));

const mention = z.object({
  type: z.literal('mention'),
  text: maybe(z.pipe(written, z.transform(cleanText))),
  mentioned: z.catch(
    z.object({ id: maybe(accountId), name: maybe(textOf(longestName)) }),
    () => ({}),
  ),
});

/** In UTF-16 units: twice what Teams takes. HTML that reaches it was cut off. */
export const longestHtml = 100_000;

const attachment = z.object({
  contentType: maybe(textOf(longestName)),
  /** Teams' HTML rendering of the text; a file has an object here. */
  content: maybe(wholeTextOf(longestHtml)),
});

/** The value, if it fits. */
function ifFits(fits: (text: string) => boolean) {
  return maybe(z.string().check(z.refine(fits)));
}

/** BCP 47, with an underscore where some clients write one. No tag in use is longer (RFC 5646, 4.4.1). */
const isLocale = (text: string) =>
  text.length <= 35 && /^[a-z]{1,8}(?:[-_][a-z\d]{1,8})*$/i.test(text);

/** An IANA name. */
const isTimeZone = (text: string) =>
  text.length <= 64 && /^[a-z][\w+-]*(?:\/[\w+-]+)*$/i.test(text);

/** How the person's client is set up, as Teams repeats it where the activity itself might not say. */
const clientInfo = z.object({
  type: z.literal('clientInfo'),
  locale: ifFits(isLocale),
  timezone: ifFits(isTimeZone),
});

/** What clients send where there is nothing to send. */
const isNothing = (value: unknown) =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

/**
 * What every activity needs for the bot to answer it, and the other fields we read, each no longer than it can be in
 * earnest. Whatever else there is, and new fields appear now and then, goes no further.
 * https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md
 */
export const activityShape = z.object({
  type: z.string().check(z.minLength(1), z.maxLength(100)),
  id,
  channelId: id,
  serviceUrl: id,
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    conversationType: maybe(textOf(longestName)),
    tenantId: maybe(id),
    isGroup: maybe(z.boolean()),
  }),
  text: maybe(wholeTextOf(longestText)),
  name: maybe(textOf(longestName)),
  action: maybe(textOf(longestName)),
  /** What a button of a card sends, or an invoke. */
  value: z.pipe(
    z.optional(z.unknown()),
    z.transform((value) => (isNothing(value) ? undefined : value)),
  ),
  replyToId: maybe(id),
  locale: ifFits(isLocale),
  localTimezone: ifFits(isTimeZone),
  /** The bot may be added together with everyone in a large chat. */
  membersAdded: maybe(someOf(account, 1_000)),
  attachments: maybe(someOf(attachment, 50)),
  /** Of these kinds only. Teams takes 20 mentions in a message. */
  entities: maybe(someOf(z.discriminatedUnion('type', [mention, clientInfo]), 50)),
  channelData: maybe(
    z.object({
      tenant: maybe(z.object({ id: maybe(textOf(longestName)) })),
      team: maybe(z.object({ id: maybe(id) })),
      /** What became of a message: `editMessage`, `undeleteMessage`. */
      eventType: maybe(textOf(longestName)),
    }),
  ),
});

/** What the bot is told: a message, a click, or that something has happened. */
export type Activity = z.output<typeof activityShape>;
