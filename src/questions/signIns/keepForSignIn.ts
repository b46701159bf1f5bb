import type { Place } from '../place.ts';
import type { WaitingForSignIn } from '../signIn.ts';
import { changeSignIn, type SignInDeps } from './changeSignIn.ts';
import { withWaiting } from './withWaiting.ts';

/**
 * Notes what waits for a place's user to sign in. It takes the place of what waited before.
 *
 * @returns the ID of the question that waited before
 */
export async function keepForSignIn(
  place: Place,
  waiting: Omit<WaitingForSignIn, 'conversation' | 'reading'>,
  deps: SignInDeps,
): Promise<string | undefined> {
  const { before } = await changeSignIn(place, deps, (signIn) =>
    withWaiting(signIn, place, waiting, deps.clock.now()),
  );
  const { questionId } = before.waiting ?? {};
  return questionId === waiting.questionId ? undefined : questionId;
}
