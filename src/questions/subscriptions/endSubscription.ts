import type { QuestionDeps } from '../deps.ts';
import { ownerOfChat } from '../ids.ts';
import type { Subscription } from '../subscription.ts';

type EndDeps = Pick<QuestionDeps, 'subscriptions' | 'log'>;

/**
 * Ends a subscription, with all that is known of it: a run that has begun isn't shown.
 *
 * @returns what it was; `undefined` if it had ended before
 */
export async function endSubscription(
  id: string,
  { subscriptions, log }: EndDeps,
): Promise<Subscription | undefined> {
  const current = await subscriptions.get(id);
  if (current === undefined) return undefined;
  await subscriptions.delete(id);
  log.info('subscription.ended', { subscriptionId: id, reason: 'owner' });
  return current.value;
}

/** Ends all subscriptions of an owner, and returns their number. */
export function endSubscriptionsOf(ownerId: string, deps: EndDeps): Promise<number> {
  return endAll(ownerId, () => true, deps);
}

/** Ends all subscriptions of a chat of the page, and returns their number. */
export async function endSubscriptionsIn(chatId: string, deps: EndDeps): Promise<number> {
  const ownerId = ownerOfChat(chatId);
  if (ownerId === undefined) return 0;
  return endAll(ownerId, ({ place }) => place.visitor?.chatId === chatId, deps);
}

async function endAll(
  ownerId: string,
  ends: (subscription: Subscription) => boolean,
  deps: EndDeps,
): Promise<number> {
  const found = (await deps.subscriptions.listAll(ownerId)).filter(ends);
  for (const { id } of found) await endSubscription(id, deps);
  return found.length;
}
