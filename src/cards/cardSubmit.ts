import * as z from 'zod/mini';

/** An answer key: the card proves with it that it was made for this very answer. */
const answer = z.string().check(z.minLength(1), z.maxLength(200));

const cardSubmit = z.discriminatedUnion('action', [
  z.object({ action: z.literal('rate'), answer, rating: z.enum(['POSITIVE', 'NEGATIVE']) }),
  z.object({ action: z.literal('show'), answer }),
]);

/** What a button of our cards sends back. */
export type CardSubmit = z.infer<typeof cardSubmit>;

/**
 * Reads the `value` of an activity. It comes from the client, so it is `undefined` unless it looks exactly like what our
 * cards send; who may act on it is for the caller to check.
 */
export function parseCardSubmit(value: unknown): CardSubmit | undefined {
  return cardSubmit.safeParse(value).data;
}
