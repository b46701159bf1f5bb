import type { Place } from '../place.ts';
import { readingOf, vouchesFor } from '../place.ts';
import { conversationKeyOf, type SignIn, type WaitingForSignIn } from '../signIn.ts';

/** The row once a sign-in has begun in a place. */
export function withWaiting(
  signIn: SignIn,
  place: Place,
  waiting: Omit<WaitingForSignIn, 'conversation' | 'contestedUntil' | 'reading'>,
  now: number,
): SignIn {
  const conversation = conversationKeyOf(place);
  const contested = contestedUntil(signIn, place, now);
  const reading = place.locale && { reading: readingOf(place) };
  return { ...signIn, waiting: { ...waiting, conversation, ...reading, ...contested } };
}

/**
 * Until when a sign-in that begins in a place has a rival, if it does: a page can claim to be anyone, and the token
 * service doesn't say in which conversation its user signed in.
 *
 * @param before the row so far
 * @param now ms since 1970
 */
export function contestedUntil(
  { waiting, waitingRuns }: SignIn,
  place: Place,
  now: number,
): Pick<WaitingForSignIn, 'contestedUntil'> {
  if (vouchesFor(place)) return {};
  const here = conversationKeyOf(place);
  const ends = [waiting, waitingRuns]
    .filter((each) => each !== undefined)
    .flatMap((each) => [each.contestedUntil ?? 0, each.conversation === here ? 0 : each.until]);
  const until = Math.max(0, ...ends);
  return until > now ? { contestedUntil: until } : {};
}
