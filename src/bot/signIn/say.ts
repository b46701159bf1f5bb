import { signedInText } from '../../cards/signIn/signedInText.ts';
import { signInCodeText } from '../../cards/signIn/signInCodeText.ts';
import type { Place } from '../../questions/place.ts';
import type { Texts } from '../../texts/texts.ts';
import type { BotDeps } from '../deps.ts';
import { readerOf } from '../readerOf.ts';
import { actOnce } from '../sending/actOnce.ts';
import type { SignedIn } from './acceptToken.ts';
import type { CodeOutcome } from './takeCode.ts';

/** Says that a sign-in worked, once, if it was waited for. Best effort: the answer matters more. */
export async function saySignedIn(
  { person, waited, question }: SignedIn,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  if (!waited) return;
  const { texts } = readerOf(place, deps);
  await say(signedInText({ name: person.name, question }, texts), place, deps);
}

/** Says what became of a code. */
export async function sayCode(outcome: CodeOutcome, place: Place, deps: BotDeps): Promise<void> {
  if (outcome.kind === 'signed-in') return saySignedIn(outcome.signedIn, place, deps);
  const text = textOf(outcome, readerOf(place, deps).texts);
  if (text) await deps.channel.post(place, { text, textFormat: 'plain' });
}

function textOf(outcome: CodeOutcome, texts: Texts): string | undefined {
  switch (outcome.kind) {
    case 'wrong':
      return signInCodeText(outcome, texts);
    case 'too-many':
      return signInCodeText({ kind: 'too-many', minutes: 60 }, texts);
    case 'card-over':
    case 'late':
      return signInCodeText({ kind: outcome.kind }, texts);
    default:
      return undefined;
  }
}

/**
 * Says that the sign-in was another person's, and is over. Best effort.
 *
 * @param attempt the same for all clients of the person that bring it
 */
export async function sayMismatch(place: Place, deps: BotDeps, attempt?: string): Promise<void> {
  const text = readerOf(place, deps).texts.signIn.again['other-account'];
  const saying = () => say(text, place, deps);
  await actOnce(place, deps, { action: 'mismatch' }, saying, attempt && `mismatch ${attempt}`);
}

async function say(text: string, place: Place, { channel, log }: BotDeps): Promise<void> {
  await channel.post(place, { text, textFormat: 'plain' }).catch((error: unknown) => {
    log.warn('signIn.untold', { error });
  });
}
