import { nextDue } from '../../schedule/nextDue.ts';
import type { Subscription } from '../subscription.ts';
import { withSkipped } from './outcomes/withSkipped.ts';

/**
 * A subscription that has passed its due times before a moment, each of which counts as skipped.
 *
 * @param until ms since 1970
 */
export function skipPassed(subscription: Subscription, until: number): Subscription {
  let passed = subscription;
  while (passed.dueAt < until) passed = passDue(withSkipped(passed, passed.dueAt));
  return passed;
}

/** A subscription at its next due time. */
export function passDue(subscription: Subscription): Subscription {
  const { schedule, timeZone, dueAt } = subscription;
  return { ...subscription, dueAt: nextDue(schedule, timeZone, dueAt) };
}
