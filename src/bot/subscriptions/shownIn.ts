import { isReadByOthers, type Place } from '../../questions/place.ts';
import type { Subscription } from '../../questions/subscription.ts';

/** Whether others read in a place what only the owner of a subscription is to see: its answers, and what names them. */
export function isHidden({ isPrivate }: Pick<Subscription, 'isPrivate'>, place: Place): boolean {
  return isPrivate === true && isReadByOthers(place);
}

/** A subscription as it can be shown in a place: its condition names columns and rows of an answer. */
export function shownIn(subscription: Subscription, place: Place): Subscription {
  if (!isHidden(subscription, place)) return subscription;
  const { condition: _hidden, ...shown } = subscription;
  return shown;
}
