import type { Question } from '../question.ts';
import { changeSignIn, type SignInDeps } from './changeSignIn.ts';

/** What a subscription asked no longer waits for its owner to sign in. The card that asks them to stays unanswered. */
export async function stopWaitingRun(
  { id, place }: Pick<Question, 'id' | 'place'>,
  deps: SignInDeps,
): Promise<void> {
  await changeSignIn(place, deps, (signIn) => {
    const { waitingRuns } = signIn;
    if (!waitingRuns?.questionIds.includes(id)) return signIn;
    const questionIds = waitingRuns.questionIds.filter((each) => each !== id);
    return { ...signIn, waitingRuns: { ...waitingRuns, questionIds } };
  });
}
