import * as z from 'zod/mini';
import { cleanText } from './cleanText.ts';

/** The longest in use are Teams' conversation IDs, with some 200 characters. */
const longestId = z.maxLength(2_000);

/** An ID from a channel: it ends up in addresses and headers. */
const id = z.string().check(z.minLength(1), longestId, z.regex(/^[\x21-\x7e]*$/));

/** A page with a Web Chat can give its users any ID. */
const accountId = z.string().check(z.minLength(1), longestId, z.regex(/^[^\p{Cc}\p{Cs}]*$/u));

/** Channels written in C# send `null` for missing values. */
function maybe<T extends z.ZodMiniType>(schema: T) {
  const valueOrNull = z.pipe(
    z.nullable(schema),
    z.transform((value) => value ?? undefined),
  );
  return z.optional(valueOrNull);
}

const account = z.looseObject({
  id: accountId,
  name: maybe(z.pipe(z.string(), z.transform(cleanText))),
  aadObjectId: maybe(accountId),
});

const conversation = z.looseObject({
  id,
  conversationType: maybe(z.string()),
  tenantId: maybe(id),
  isGroup: maybe(z.boolean()),
});

const objects = maybe(z.array(z.looseObject({})));

/**
 * What every activity needs for the bot to answer it, and the types of the other fields we read. Unknown fields pass,
 * because new ones appear now and then.
 * https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md
 */
export const activityShape = z.looseObject({
  type: z.string().check(z.minLength(1), z.maxLength(100)),
  id,
  channelId: id,
  serviceUrl: id,
  from: account,
  recipient: account,
  conversation,
  text: maybe(z.pipe(z.string(), z.transform(cleanText))),
  name: maybe(z.string()),
  action: maybe(z.string()),
  /** What a button of a card sends, or an invoke. */
  value: z.optional(z.unknown()),
  replyToId: maybe(id),
  locale: maybe(z.string()),
  localTimezone: maybe(z.string()),
  membersAdded: maybe(z.array(account)),
  membersRemoved: maybe(z.array(account)),
  attachments: objects,
  entities: objects,
  channelData: maybe(
    z.looseObject({
      tenant: maybe(z.looseObject({ id: maybe(z.string()) })),
      team: maybe(z.looseObject({ id: maybe(id) })),
    }),
  ),
});

/** What the bot is told: a message, a click, or that something has happened. */
export type Activity = z.output<typeof activityShape>;
