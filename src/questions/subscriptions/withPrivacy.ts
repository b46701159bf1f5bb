import type { QuestionDeps } from '../deps.ts';
import { isReadByOthers } from '../place.ts';
import type { Subscription } from '../subscription.ts';

/**
 * A subscription as private as its answers have to be now. It was made when everyone could read them, and the settings
 * have changed since: what is asked today, perhaps with its owner's own rights, is for them alone. It never goes the other
 * way: an owner who was promised to be alone with the answers stays alone with them.
 */
export function withPrivacy(
  subscription: Subscription,
  { settings }: Pick<QuestionDeps, 'settings'>,
): Subscription {
  const isOpen = subscription.isPrivate === undefined && isReadByOthers(subscription.place);
  if (!isOpen || !settings.subscriptions?.arePrivate) return subscription;
  return { ...subscription, isPrivate: true };
}
