import { type Place, vouchesFor } from '../place.ts';
import type { Identities } from '../ports.ts';
import type { Question } from '../question.ts';
import { conversationKeyOf, signInIdOf } from '../signIn.ts';

/** As whom a place's user asks Genie: `unknown` if they aren't signed in, or that can't be found out now. */
export type ReadAs = { as: string | undefined } | 'unknown';

/** Finds out as whom a place's user asks Genie, once for all places in which that is the same. */
export function createWhoReads({
  identify,
}: Pick<Identities, 'identify'>): (place: Place) => Promise<ReadAs> {
  const found = new Map<string, Promise<ReadAs>>();
  return (place) => {
    const where = vouchesFor(place) ? '' : conversationKeyOf(place);
    const key = `${signInIdOf(place)} ${where}`;
    const known =
      found.get(key) ??
      identify(place).then(
        (as): ReadAs => ({ as }),
        (): ReadAs => 'unknown',
      );
    found.set(key, known);
    return known;
  };
}

/**
 * Whether a question is shown to who asks Genie as `reads`: what another identity asked isn't theirs to see. What Genie
 * never got has nothing of Genie's.
 */
export function isShownTo({ conversationId, askedAs }: Question, reads: ReadAs): boolean {
  return conversationId === undefined || reads === 'unknown' || askedAs === reads.as;
}
