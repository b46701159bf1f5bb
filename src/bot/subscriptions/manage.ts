import type { CardSubmit } from '../../cards/parts/cardSubmit.ts';
import type { SubscriptionSays } from '../../cards/subscriptions/subscriptionCard.ts';
import type { Place } from '../../questions/place.ts';
import type { Subscription } from '../../questions/subscription.ts';
import {
  pauseSubscription,
  resumeSubscription,
} from '../../questions/subscriptions/changeSubscription.ts';
import { endSubscription } from '../../questions/subscriptions/endSubscription.ts';
import type { BotDeps } from '../deps.ts';
import { whyNotHere } from '../messages/whyNotHere.ts';
import { change, showChangeForm } from './change.ts';
import { findManaged } from './findManaged.ts';
import { moveToChannel } from './moveToChannel.ts';
import { refuse } from './subscribe.ts';
import { subscriptionMessage } from './subscriptionMessage.ts';

/** A button that is about a subscription. */
export type SubscriptionSubmit = Extract<CardSubmit, { subscription: string }>;

/** Does what a button of a subscription asks for, if its person can. */
export async function manage(
  submit: SubscriptionSubmit,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  const found = await findManaged(submit.subscription, place, deps);
  if ('why' in found) return refuse(found, place, deps);
  // What is there can still be ended when subscriptions are turned off.
  const refused = submit.action === 'unsubscribe' ? undefined : whyNotHere(place, deps);
  if (refused) return refuse(refused, place, deps);
  return run(submit, found, place, deps);
}

async function run(
  submit: SubscriptionSubmit,
  found: Subscription,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  const say = async (says: SubscriptionSays, changed: Subscription | undefined) => {
    if (changed === undefined) return refuse({ why: 'gone' }, place, deps);
    await deps.channel.post(place, await subscriptionMessage(changed, says, place, deps));
  };
  switch (submit.action) {
    case 'pause':
      return say('paused', await pauseSubscription(found.id, deps));
    case 'resume':
      return say('resumed', await resumeSubscription(found.id, deps));
    case 'unsubscribe':
      return say('ended', await endSubscription(found.id, deps));
    case 'change-form':
      return showChangeForm(found, place, deps);
    case 'change':
      return change(submit, found, place, deps);
    case 'to-channel':
      return moveToChannel(found, place, deps);
  }
}
