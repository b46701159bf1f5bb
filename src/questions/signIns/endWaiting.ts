import type { Place } from '../place.ts';
import type { WaitingForSignIn } from '../signIn.ts';
import { changeSignIn, type SignInDeps } from './changeSignIn.ts';

/**
 * What waited for a place's user to sign in no longer does.
 *
 * @param isOver whether that is what waits now
 * @returns whether it was: of several who end the same, one is told so
 */
export async function endWaiting(
  place: Place,
  isOver: (waiting: WaitingForSignIn) => boolean,
  deps: SignInDeps,
): Promise<boolean> {
  const { before, after } = await changeSignIn(place, deps, (signIn) => {
    const { waiting, ...rest } = signIn;
    return waiting && isOver(waiting) ? rest : signIn;
  });
  return before !== after;
}
