import type { QuestionDeps } from '../../deps.ts';
import type { Subscription } from '../../subscription.ts';

type CloseDeps = Pick<QuestionDeps, 'subscriptions' | 'owners' | 'courier' | 'log'>;

/**
 * What follows from the bot having paused a subscription: it ends if its owner is gone, and they are told where
 * possible. Only the one that wrote that it's paused calls this, so it happens once; a kill in between leaves it paused.
 */
export async function closeSubscription(
  subscription: Subscription,
  deps: CloseDeps,
): Promise<void> {
  const { id: subscriptionId, paused: reason, failures } = subscription;
  const hasEnded = reason === 'gone';
  const about = { subscriptionId, reason, code: failures?.code };
  deps.log.info(hasEnded ? 'subscription.ended' : 'subscription.paused', about);
  // Nobody is told in a chat that they deleted.
  if (reason === failures?.code) await tellOwner(subscription, hasEnded, deps);
  if (hasEnded) await deps.subscriptions.delete(subscriptionId);
}

/** Best effort. */
async function tellOwner(
  subscription: Subscription,
  hasEnded: boolean,
  { owners, courier, log }: CloseDeps,
): Promise<void> {
  try {
    const place = await owners.placeNow(subscription.place);
    await courier.tellSubscription({ ...subscription, place }, hasEnded ? 'ended' : 'paused');
  } catch (error) {
    log.warn('subscription.notTold', { subscriptionId: subscription.id, error });
  }
}
