import type { QuestionDeps } from '../deps.ts';
import type { DueWork } from '../ports.ts';

/** Looks whether a subscription is due, as a queue message says. */
export async function lookAtDue(
  { subscriptionId, look }: DueWork,
  { subscriptions }: QuestionDeps,
): Promise<void> {
  const current = await subscriptions.get(subscriptionId);
  if (current === undefined || current.value.look > look) return;
}
