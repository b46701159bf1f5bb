import { signedInText } from '../../cards/signIn/signedInText.ts';
import { signInCodeText } from '../../cards/signIn/signInCodeText.ts';
import { otherAccountText } from '../../cards/signIn/signInReason.ts';
import type { Place } from '../../questions/place.ts';
import type { BotDeps } from '../deps.ts';
import type { SignedIn } from './acceptToken.ts';
import type { CodeOutcome } from './takeCode.ts';

/** Says that a sign-in worked, once, if it was waited for. Best effort: the answer matters more. */
export async function saySignedIn(
  { person, waited, questionId }: SignedIn,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  if (!waited) return;
  const question = questionId ? ('asked' as const) : undefined;
  await say(signedInText({ name: person.name, question }), place, deps);
}

/** Says what became of a code. */
export async function sayCode(outcome: CodeOutcome, place: Place, deps: BotDeps): Promise<void> {
  if (outcome.kind === 'signed-in') return saySignedIn(outcome.signedIn, place, deps);
  const text = textOf(outcome);
  if (text) await deps.channel.post(place, { text, textFormat: 'plain' });
}

function textOf(outcome: CodeOutcome): string | undefined {
  switch (outcome.kind) {
    case 'wrong':
      return signInCodeText(outcome);
    case 'too-many':
      return signInCodeText({ kind: 'too-many', minutes: 60 });
    case 'card-over':
    case 'late':
      return signInCodeText({ kind: outcome.kind });
    default:
      return undefined;
  }
}

/** Says that the sign-in was another person's, and is over. Best effort. */
export async function sayMismatch(place: Place, deps: BotDeps): Promise<void> {
  await say(otherAccountText(), place, deps);
}

async function say(text: string, place: Place, { channel, log }: BotDeps): Promise<void> {
  await channel.post(place, { text, textFormat: 'plain' }).catch((error: unknown) => {
    log.warn('signIn.untold', { error });
  });
}
