import type { Refusal } from '../../cards/subscriptions/refusalCard.ts';
import { ownerIdOf, ownerOfSubscription, sharedPlaceIdOf } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import type { Subscription } from '../../questions/subscription.ts';
import { findSubscription } from '../../questions/subscriptions/findSubscription.ts';
import type { BotDeps } from '../deps.ts';
import { isAdmin } from '../people/isAdmin.ts';

/**
 * The subscription that a click names, if the place's user can do something with it: its owner, and in a channel also an
 * admin. The ID comes from a client: for everyone else, one that exists looks like one that doesn't.
 */
export async function findManaged(
  id: string,
  place: Place,
  deps: BotDeps,
): Promise<Subscription | Refusal> {
  const isOwn = ownerOfSubscription(id) === ownerIdOf(place);
  if (!isOwn && !(await isChannelAdmin(place, deps))) return { why: 'not-yours' };
  const found = await findSubscription(id, deps);
  if (found === undefined) return { why: 'gone' };
  return isOwn || isOfEveryone(found, place) ? found : { why: 'gone' };
}

/** Whether the place's user is an admin, and writes in a channel. */
export async function isChannelAdmin(place: Place, deps: BotDeps): Promise<boolean> {
  return place.conversation.conversationType === 'channel' && isAdmin(place, deps);
}

/** Whether everyone in a place's channel reads its answers. */
function isOfEveryone({ isPrivate, place }: Subscription, here: Place): boolean {
  const shared = sharedPlaceIdOf(here);
  return !isPrivate && shared !== undefined && sharedPlaceIdOf(place) === shared;
}
