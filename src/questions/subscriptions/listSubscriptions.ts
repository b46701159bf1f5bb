import type { QuestionDeps } from '../deps.ts';
import { ownerIdOf, sessionIdOf, sharedPlaceIdOf } from '../ids.ts';
import type { Place } from '../place.ts';
import type { Subscription } from '../subscription.ts';

/** The subscriptions of a place's user: those made there, oldest first, and how many there are elsewhere. */
export async function listSubscriptions(
  place: Place,
  { subscriptions }: Pick<QuestionDeps, 'subscriptions'>,
): Promise<{ here: Subscription[]; elsewhere: number }> {
  const all = await subscriptions.listAll(ownerIdOf(place));
  const here = all.filter((each) => whereOf(each.place) === whereOf(place));
  return { here, elsewhere: all.length - here.length };
}

/** A channel with all its threads is one place, and so is a chat of the page. */
function whereOf(place: Place): string {
  return sharedPlaceIdOf(place) ?? sessionIdOf(place);
}
