import type { Place } from '../../questions/place.ts';
import type { BotDeps } from '../deps.ts';
import type { Outgoing } from '../ports.ts';
import type { SignedIn } from './acceptToken.ts';
import type { CodeOutcome } from './takeCode.ts';

/** Says that a sign-in worked, once, if somebody waited for it. Best effort: the answer matters more. */
export async function saySignedIn(
  { person, waited, questionId }: SignedIn,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  if (!waited) return;
  const whom = person.name ? ` as ${person.name}` : '';
  const next = questionId ? ' Asking your question now.' : '';
  await say({ text: `You’re signed in${whom}.${next}`, textFormat: 'plain' }, place, deps);
}

/** Says what became of a code. */
export async function sayCode(outcome: CodeOutcome, place: Place, deps: BotDeps): Promise<void> {
  if (outcome.kind === 'signed-in') return saySignedIn(outcome.signedIn, place, deps);
  if (outcome.kind === 'wrong' && outcome.triesLeft > 0) {
    await deps.channel.post(place, { text: 'This code is wrong. Please check it and try again.' });
    return;
  }
  const text = refusals[outcome.kind];
  if (text) await deps.channel.post(place, { text });
}

const newCard = 'Type “sign in” for a new one.';
const refusals: Partial<Record<CodeOutcome['kind'], string>> = {
  wrong: `This code is wrong, too, so the sign-in is over. ${newCard}`,
  'card-over': `This sign-in is over. ${newCard}`,
  'too-many': 'That were too many codes. Please try again in an hour.',
  late: `This sign-in took too long. ${newCard}`,
};

/** Says that the sign-in was another person's, and is over. Best effort. */
export async function sayMismatch(place: Place, deps: BotDeps): Promise<void> {
  const text =
    'You signed in with another account than the one you use in Teams, so I signed you out again. Please sign in with your own account.';
  await say({ text, textFormat: 'plain' }, place, deps);
}

async function say(outgoing: Outgoing, place: Place, { channel, log }: BotDeps): Promise<void> {
  await channel.post(place, outgoing).catch((error: unknown) => {
    log.warn('signIn.untold', { error });
  });
}
