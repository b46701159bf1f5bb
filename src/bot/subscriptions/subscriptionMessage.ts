import type { OutgoingMessage } from '../../cards/parts/outgoingMessage.ts';
import {
  type SubscriptionSays,
  type SubscriptionView,
  subscriptionCard,
} from '../../cards/subscriptions/subscriptionCard.ts';
import type { Place } from '../../questions/place.ts';
import type { Subscription } from '../../questions/subscription.ts';
import { comingNext } from '../../questions/subscriptions/comingNext.ts';
import type { BotDeps } from '../deps.ts';
import { originOf } from '../place.ts';
import { readerOf } from '../readerOf.ts';
import { isChannelAdmin } from './findManaged.ts';
import { isHidden, shownIn } from './shownIn.ts';

/** The message that says in a place what has become of a subscription. */
export async function subscriptionMessage(
  subscription: Subscription,
  says: SubscriptionSays,
  place: Place,
  deps: BotDeps,
): Promise<OutgoingMessage> {
  const where = whereOf(subscription, place);
  const canMove = where === 'thread' && (await isChannelAdmin(place, deps));
  return subscriptionCard({
    ...readerOf(place, deps),
    subscription: comingNext(shownIn(subscription, place), deps.clock.now()),
    says,
    ...(where && { where }),
    ...(canMove && { canMove }),
  });
}

/** Where its answers go, where that isn't obvious. */
function whereOf(subscription: Subscription, here: Place): SubscriptionView['where'] {
  if (isHidden(subscription, here)) return 'private';
  if (subscription.isPrivate) return undefined;
  const origin = originOf(subscription.place);
  return origin === 'chat' ? undefined : origin;
}
