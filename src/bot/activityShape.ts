import * as z from 'zod/mini';
import { cleanText } from './cleanText.ts';

/** The longest that channels have are Teams' conversations, of some 200 characters. */
const longestId = z.maxLength(2_000);

/** What a channel names: it goes into addresses and headers. */
const id = z.string().check(z.minLength(1), longestId, z.regex(/^[\x21-\x7e]*$/));

/** A page with a Web Chat may call its users by any name. */
const accountId = z.string().check(z.minLength(1), longestId, z.regex(/^[^\p{Cc}\p{Cs}]*$/u));

/** Channels written in C# say `null` for what is not there. */
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
 * What every activity has that the bot can answer to, and the types of what else is looked at. Unknown fields pass: new
 * ones come up now and then.
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
