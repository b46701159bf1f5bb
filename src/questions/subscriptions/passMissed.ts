import type { QuestionDeps } from '../deps.ts';
import type { Subscription } from '../subscription.ts';
import { caughtUpMs } from './isLate.ts';
import { runIdOf } from './newRun.ts';
import { withLearned } from './outcomes/withLearned.ts';
import { passDue, skipPassed } from './skipPassed.ts';

/** A subscription at the first due time that isn't missed. Those that are have passed, and are counted. */
export async function passMissed(
  subscription: Subscription,
  deps: Pick<QuestionDeps, 'questions' | 'identities' | 'clock'>,
): Promise<Subscription> {
  const missedBefore = deps.clock.now() - caughtUpMs;
  if (subscription.dueAt >= missedBefore) return subscription;
  const made = await withRunMade(subscription, deps);
  return skipPassed(made ? passDue(made) : subscription, missedBefore);
}

/** Its question is there: only that it is wasn't written down. */
async function withRunMade(
  subscription: Subscription,
  { questions, identities }: Pick<QuestionDeps, 'questions' | 'identities'>,
): Promise<Subscription | undefined> {
  const questionId = runIdOf(subscription);
  const found = await questions.get(questionId);
  if (found === undefined) return undefined;
  const run = { questionId, dueAt: subscription.dueAt };
  return withLearned({ ...subscription, run }, found.value, identities);
}
