import type { Subscription } from '../subscription.ts';
import { runIdOf } from './newRun.ts';

/**
 * A subscription with the due time that its owner waits for. A run begins before it's due, and then the row is at the one
 * after that; one that was begun before the owner changed something isn't shown.
 */
export function comingNext(subscription: Subscription, now: number): Subscription {
  const { run } = subscription;
  if (run === undefined || run.dueAt <= now) return subscription;
  const current = { ...subscription, dueAt: run.dueAt };
  return runIdOf(current) === run.questionId ? current : subscription;
}
