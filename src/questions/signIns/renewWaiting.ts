import type { Place } from '../place.ts';
import type { WaitingForSignIn } from '../signIn.ts';
import { changeSignIn, type SignInDeps } from './changeSignIn.ts';
import { withWaiting } from './withWaiting.ts';

/** Begins another sign-in for a place's user. The question that waits for one, if there is one, waits for this. */
export async function renewWaiting(
  place: Place,
  { hasToken, ...waiting }: Pick<WaitingForSignIn, 'since' | 'until'> & { hasToken: boolean },
  deps: SignInDeps,
): Promise<void> {
  await changeSignIn(place, deps, (signIn) => {
    const questionId = signIn.waiting?.questionId;
    const renewed = {
      ...waiting,
      ...(questionId && { questionId }),
      ...(hasToken && { hadToken: true as const }),
    };
    return withWaiting(signIn, place, renewed, deps.clock.now());
  });
}
