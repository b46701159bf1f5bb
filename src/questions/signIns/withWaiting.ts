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
  const contested = contestedUntil(signIn.waiting, place, now);
  const reading = place.locale && { reading: readingOf(place) };
  return { ...signIn, waiting: { ...waiting, conversation, ...reading, ...contested } };
}

/**
 * Until when a sign-in that begins in a place has a rival, if it does: a page can claim to be anyone, and the token
 * service doesn't say in which conversation its user signed in.
 *
 * @param before what waited so far
 * @param now ms since 1970
 */
function contestedUntil(
  before: SignIn['waiting'],
  place: Place,
  now: number,
): Pick<WaitingForSignIn, 'contestedUntil'> {
  if (before === undefined || vouchesFor(place)) return {};
  const isRival = before.conversation !== conversationKeyOf(place);
  const until = Math.max(before.contestedUntil ?? 0, isRival ? before.until : 0);
  return until > now ? { contestedUntil: until } : {};
}
