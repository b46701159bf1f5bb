import type { CardSubmit } from '../../cards/parts/cardSubmit.ts';
import { sessionIdOf } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import type { BotDeps } from '../deps.ts';
import { deleteAndForget } from '../people/forget.ts';
import { readerOf } from '../readerOf.ts';
import { endSignIn } from '../signIn/endSignIn.ts';

/** A button that stays in the chat must not delete what is asked long after. */
const validMs = 10 * 60_000;

/**
 * Deletes everything, once its owner has confirmed it: not for anyone else who clicks, and not again for a button whose
 * owner has logged out since.
 */
export async function submitDeleteAll(
  { session: sessionId, askedAt }: Extract<CardSubmit, { action: 'delete-all' }>,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  const { channel, sessions, clock } = deps;
  const isTheirs = sessionId === sessionIdOf(place);
  const forgottenAt = (await sessions.get(sessionIdOf(place)))?.value.forgottenAt ?? 0;
  const isValid = askedAt > forgottenAt && Math.abs(clock.now() - askedAt) < validMs;
  if (!isTheirs || !isValid) {
    const { onlyTheAsker } = readerOf(place, deps).texts.lastAnswer;
    await channel.post(place, { text: onlyTheAsker });
    return;
  }
  const deleted = await deleteAndForget(place, deps);
  const signedOut = await endSignIn(place, deps);
  await channel.post(place, { text: [deleted, signedOut].filter(Boolean).join(' ') });
}
