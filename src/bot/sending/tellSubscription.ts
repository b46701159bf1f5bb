import { subscriptionCard } from '../../cards/subscriptions/subscriptionCard.ts';
import type { Subscription } from '../../questions/subscription.ts';
import type { Channel } from '../ports.ts';
import { type ReadingSettings, readerOf } from '../readerOf.ts';

/** Tells the owner of a subscription, where its answers go, that the bot has paused or ended it, and why. */
export async function tellSubscription(
  subscription: Subscription,
  news: 'paused' | 'ended',
  { channel, ...settings }: ReadingSettings & { channel: Channel },
): Promise<void> {
  const { place, isPrivate, paused } = subscription;
  const reason = paused === 'access' ? 'paused-access' : 'paused-gone';
  const says = news === 'ended' ? 'ended-gone' : reason;
  const card = subscriptionCard({ ...readerOf(place, settings), subscription, says });
  await channel.post(isPrivate ? await channel.openChat(place) : place, card);
}
