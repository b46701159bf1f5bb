import { channelAbove, type Place } from '../../questions/place.ts';
import type { Subscription } from '../../questions/subscription.ts';
import { changeSubscription } from '../../questions/subscriptions/changeSubscription.ts';
import type { BotDeps } from '../deps.ts';
import { isChannelAdmin } from './findManaged.ts';
import { refuse } from './subscribe.ts';
import { subscriptionMessage } from './subscriptionMessage.ts';

/** Has the answers of a subscription from a channel's thread posted in the channel itself, for an admin. */
export async function moveToChannel(
  { id, isPrivate, place: subscribedIn }: Subscription,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  const { channel } = channelAbove(subscribedIn) ?? {};
  if (channel === undefined || isPrivate || !(await isChannelAdmin(place, deps))) {
    return refuse({ why: 'only-admins' }, place, deps);
  }
  const changed = await changeSubscription(id, { place: channel }, deps);
  if (changed === undefined) return refuse({ why: 'gone' }, place, deps);
  await deps.channel.post(place, await subscriptionMessage(changed, 'moved', place, deps));
}
