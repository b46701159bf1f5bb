import { newNonce } from '../../questions/ids.ts';
import { spend } from '../../questions/pace/spendAllowance.ts';
import type { Place } from '../../questions/place.ts';
import {
  signInBegunIn,
  signInIdOf,
  type WaitingForSignIn,
  type WaitingRuns,
} from '../../questions/signIn.ts';
import { changeSignIn } from '../../questions/signIns/changeSignIn.ts';
import { tokenOwnerOf } from '../../signIn/personTokens.ts';
import type { BotDeps } from '../deps.ts';
import type { SigningIn } from '../signingIn.ts';
import { acceptToken, type SignedIn } from './acceptToken.ts';

/**
 * Wrong codes on one card, and of one person in an hour: there are a million codes. Who claims to be that person in another
 * conversation guesses at the same ones.
 */
const triesPerCard = 2;
const triesPerHour = 8;
const hourMs = 3_600_000;

export type CodeOutcome =
  /** No sign-in waits here. */
  | { kind: 'none' }
  /** This message's code has been taken. */
  | { kind: 'known' }
  | { kind: 'signed-in'; signedIn: SignedIn }
  | { kind: 'wrong'; triesLeft: number }
  /** The card has had its tries, or the person theirs. */
  | { kind: 'card-over' | 'too-many' | 'late' };

/**
 * Completes the sign-in that waits in this conversation. Each try is counted before it is made.
 *
 * @throws AppError `sign-in-mismatch`, `sign-in-unavailable`
 */
export async function takeCode(
  code: string,
  place: Place,
  deps: BotDeps,
  signIn: SigningIn,
): Promise<CodeOutcome> {
  const { signIns, clock } = deps;
  const { activityId = '' } = place;
  const row = (await signIns.get(signInIdOf(place)))?.value;
  if (activityId && row?.codeActivityId === activityId) return { kind: 'known' };
  const begun = signInBegunIn(row ?? {}, place, clock.now());
  if (begun === undefined) return { kind: 'none' };
  if (begun.until <= clock.now()) return { kind: 'late' };
  const tries = await countTry(place, begun, deps);
  if (tries === undefined) return { kind: 'card-over' };
  const spending = {
    id: `${signInIdOf(place)}-codes`,
    useId: activityId || newNonce(),
    perMinute: triesPerHour,
    windowMs: hourMs,
  };
  if ((await spend(spending, deps)) !== 'allowed') return { kind: 'too-many' };
  const issued = await signIn.service.getToken(tokenOwnerOf(place), code);
  if (issued !== undefined) {
    return {
      kind: 'signed-in',
      signedIn: await acceptToken(issued.token, place, deps, activityId),
    };
  }
  return { kind: 'wrong', triesLeft: triesPerCard - tries };
}

/** Counts a code for the card that it's for; `undefined`: the card has had its tries, or gave way to another. */
async function countTry(
  place: Place,
  begun: WaitingForSignIn | WaitingRuns,
  deps: BotDeps,
): Promise<number | undefined> {
  let tries: number | undefined;
  await changeSignIn(place, deps, (current) => {
    const key = 'shownBy' in begun ? 'waitingRuns' : 'waiting';
    const card = current[key];
    tries = undefined;
    if (card?.since !== begun.since || (card.tries ?? 0) >= triesPerCard) return current;
    tries = (card.tries ?? 0) + 1;
    return { ...current, [key]: { ...card, tries } };
  });
  return tries;
}
