import type { Question } from '../question.ts';
import { changeSignIn, type SignInDeps } from './changeSignIn.ts';

/** A question no longer waits for its asker to sign in. */
export async function endWaiting(
  { id, place }: Pick<Question, 'id' | 'place'>,
  deps: SignInDeps,
): Promise<void> {
  await changeSignIn(place, deps, (signIn) => {
    if (signIn.waiting?.questionId !== id) return signIn;
    const { waiting: _over, ...rest } = signIn;
    return rest;
  });
}
