import * as z from 'zod/mini';

/** An answer key: it proves that the card was made for this exact answer. */
const answer = z.string().check(z.minLength(1), z.maxLength(200));

/** What a person typed into a card; a field left empty might be absent. */
const typed = z.optional(z.string().check(z.maxLength(2000)));

/** Genie's id of a space, or that of an endpoint. Whether the person can use it is checked later. */
const space = z.string().check(z.minLength(1), z.maxLength(120));

/** Genie's id of the attachment that a table comes from. */
const table = z.string().check(z.minLength(1), z.maxLength(200));

/** `subscriptionIdOf`. Whose it is is checked later. */
const subscription = z.string().check(z.regex(/^[\da-f]{32}-[\da-f]{32}$/));

/** What a person chose in a form; clients leave out, or send as nothing, what wasn't chosen. */
const chosen = z.optional(z.string().check(z.maxLength(200)));

/** The form of a subscription: the fields have the names of its inputs. */
const wished = {
  /** `day`, `weekday`, `1` to `7`, `month`, `last`, or `keep`: as it is. */
  every: chosen,
  /** `09:00`. */
  time: chosen,
  /** `always`, `with-rows`, `above`, `below`, `moved` or `moved-percent`. */
  only: chosen,
  /** The key of a figure in the answer, or `keep`. */
  figure: chosen,
  /** Some clients send it as a number. */
  amount: z.optional(z.union([z.string().check(z.maxLength(40)), z.number()])),
};

const cardSubmit = z.discriminatedUnion('action', [
  z.object({ action: z.literal('rate'), answer, rating: z.enum(['POSITIVE', 'NEGATIVE', 'NONE']) }),
  z.object({ action: z.literal('comment'), answer, comment: typed }),
  z.object({ action: z.literal('show'), answer }),
  z.object({
    action: z.literal('export'),
    answer,
    table,
    // Of older cards.
    format: z.optional(z.enum(['csv', 'xlsx'])),
  }),
  z.object({
    action: z.literal('page'),
    answer,
    table,
    from: z.int().check(z.minimum(0), z.maximum(100_000)),
  }),
  z.object({ action: z.literal('again'), answer }),
  z.object({ action: z.literal('share'), answer }),
  z.object({ action: z.literal('decide'), answer, isAllowed: z.boolean() }),
  z.object({ action: z.literal('continue'), answer }),
  z.object({ action: z.literal('delete'), answer }),
  z.object({
    action: z.literal('delete-all'),
    session: z.string().check(z.minLength(1), z.maxLength(100)),
    askedAt: z.int(),
  }),
  z.object({ action: z.literal('space'), space }),
  z.object({ action: z.literal('share-space'), space }),
  z.object({
    action: z.literal('clear-line'),
    person: z.string().check(z.regex(/^[\da-z]{1,12}$/)),
  }),
  z.object({
    action: z.literal('ask'),
    question: z.string().check(z.minLength(1), z.maxLength(60)),
  }),
  // A suggestion below an answer of a subscription: it continues that answer's conversation.
  z.object({
    action: z.literal('follow'),
    answer,
    question: z.string().check(z.minLength(1), z.maxLength(500)),
  }),
  z.object({ action: z.literal('subscribe-form'), answer }),
  z.object({ action: z.literal('subscribe'), answer, ...wished }),
  z.object({ action: z.literal('change-form'), subscription }),
  z.object({ action: z.literal('change'), subscription, ...wished }),
  z.object({ action: z.literal('pause'), subscription }),
  z.object({ action: z.literal('resume'), subscription }),
  z.object({ action: z.literal('unsubscribe'), subscription }),
  z.object({ action: z.literal('to-channel'), subscription }),
  z.object({
    action: z.literal('subscriptions'),
    from: z.int().check(z.minimum(0), z.maximum(1000)),
  }),
]);

/** What a button on our cards sends back. */
export type CardSubmit = z.infer<typeof cardSubmit>;

/**
 * Reads the `value` of an activity. It comes from the client, so it is `undefined` unless it looks exactly like what
 * our cards send. The caller checks who is allowed to act on it.
 */
export function parseCardSubmit(value: unknown): CardSubmit | undefined {
  return cardSubmit.safeParse(value).data;
}
