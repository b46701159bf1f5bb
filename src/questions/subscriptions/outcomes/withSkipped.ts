import type { Subscription } from '../../subscription.ts';

/** A subscription with one more due time for which there is no answer: its owner is told with the next one. */
export function withSkipped(subscription: Subscription, dueAt: number): Subscription {
  const { times, since } = subscription.skipped ?? { times: 0, since: dueAt };
  return { ...subscription, skipped: { times: times + 1, since: Math.min(since, dueAt) } };
}
