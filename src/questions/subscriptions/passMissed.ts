import { nextDue } from '../../schedule/nextDue.ts';
import type { QuestionDeps } from '../deps.ts';
import type { Subscription } from '../subscription.ts';
import { caughtUpMs } from './isLate.ts';
import { runIdOf } from './newRun.ts';
import { withLearned } from './outcomes/withLearned.ts';
import { withSkipped } from './outcomes/withSkipped.ts';

/** A subscription at the first due time that isn't missed. Those that are have passed, and are counted. */
export async function passMissed(
  subscription: Subscription,
  deps: Pick<QuestionDeps, 'questions' | 'identities' | 'clock'>,
): Promise<Subscription> {
  const now = deps.clock.now();
  let passed = subscription;
  if (!isMissed(passed, now)) return passed;
  const made = await withRunMade(passed, deps);
  passed = withoutDue(made ?? withSkipped(passed, passed.dueAt));
  while (isMissed(passed, now)) passed = withoutDue(withSkipped(passed, passed.dueAt));
  return passed;
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

function withoutDue(subscription: Subscription): Subscription {
  const { schedule, timeZone, dueAt } = subscription;
  return { ...subscription, dueAt: nextDue(schedule, timeZone, dueAt) };
}

function isMissed({ dueAt }: Subscription, now: number): boolean {
  return now > dueAt + caughtUpMs;
}
