import type { Place } from '../place.ts';
import { conversationKeyOf, type WaitingForSignIn } from '../signIn.ts';
import { changeSignIn, type SignInDeps } from './changeSignIn.ts';
import { contestedUntil } from './contestedUntil.ts';

/** Begins another sign-in for a place's user. The question that waits for one, if there is one, waits for this. */
export async function renewWaiting(
  place: Place,
  { hasToken, ...waiting }: Pick<WaitingForSignIn, 'since' | 'until'> & { hasToken: boolean },
  deps: SignInDeps,
): Promise<void> {
  await changeSignIn(place, deps, (signIn) => ({
    ...signIn,
    waiting: {
      ...waiting,
      conversation: conversationKeyOf(place),
      ...(signIn.waiting?.questionId && { questionId: signIn.waiting.questionId }),
      ...(hasToken && { hadToken: true }),
      ...contestedUntil(signIn.waiting, place, deps.clock.now()),
    },
  }));
}
