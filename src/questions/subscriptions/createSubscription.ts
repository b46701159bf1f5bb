import { nextDue } from '../../schedule/nextDue.ts';
import type { QuestionDeps } from '../deps.ts';
import { ownerIdOf, subscriptionIdOf } from '../ids.ts';
import { labelled } from '../newQuestion.ts';
import type { Place } from '../place.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import type { Session } from '../session.ts';
import type { Subscription } from '../subscription.ts';
import { keepChat } from './keepChat.ts';
import { keptUntil } from './keptUntil.ts';
import { ensureLooks, sendLooks } from './looks.ts';

export interface NewSubscription
  extends Pick<
    Subscription,
    'text' | 'schedule' | 'timeZone' | 'condition' | 'seen' | 'spaceId' | 'isPrivate'
  > {
  place: Place;
  /** The channel's ID for the activity that makes it: the same when it is redelivered. */
  activityId: string;
  /** Who subscribes, as their session knows them. */
  user: Session['user'];
}

export type Creation =
  /** `known`: the same activity made it before. */
  | { is: 'created' | 'known'; subscription: Subscription }
  /** Its owner has as many as one person can have. */
  | { is: 'too-many'; most: number };

type CreateDeps = Pick<
  QuestionDeps,
  'subscriptions' | 'chats' | 'looks' | 'clock' | 'settings' | 'log'
>;

/** Makes a subscription. From then on it can't be lost: its looks are queued before its row is written. */
export async function createSubscription(
  wish: NewSubscription,
  deps: CreateDeps,
): Promise<Creation> {
  const { subscriptions, clock, settings, log } = deps;
  const subscription = newSubscription(wish, clock.now());
  const { id } = subscription;
  const owner = ownerIdOf(wish.place);
  const { mostOfOne: most = 0 } = settings.subscriptions ?? {};
  return retryOnConflict<Creation>(clock, async () => {
    const known = await subscriptions.get(id);
    if (known) return { is: 'known', subscription: known.value };
    const others = await subscriptions.listAll(owner);
    if (others.length >= most) return { is: 'too-many', most };
    await keepChat(subscription, deps);
    const sentAt = clock.now();
    await sendLooks(subscription, deps);
    if (!(await subscriptions.insert(subscription))) return 'conflict';
    // Two at the same time saw room for one: both make way, and try again at random times.
    if ((await subscriptions.listAll(owner)).length > most) {
      await subscriptions.delete(id);
      return 'conflict';
    }
    await ensureLooks(subscription, sentAt, deps);
    log.info('subscription.created', { subscriptionId: id, channel: wish.place.channelId });
    return { is: 'created', subscription };
  });
}

function newSubscription(
  { place, activityId, user, text, ...wish }: NewSubscription,
  now: number,
): Subscription {
  const { schedule, timeZone, condition, seen, spaceId, isPrivate } = wish;
  const { activityId: _answersNothing, ...where } = place;
  const { asker, askerKnownBy } = labelled(user);
  const dueAt = nextDue(schedule, timeZone, now);
  return {
    id: subscriptionIdOf(place, activityId),
    place: where,
    text,
    ...(asker && { asker }),
    ...(askerKnownBy && { askerKnownBy }),
    schedule,
    timeZone,
    ...(condition && { condition }),
    ...(condition && seen && { seen }),
    ...(spaceId && { spaceId }),
    ...(isPrivate && { isPrivate }),
    revision: 1,
    dueAt,
    look: 1,
    createdAt: now,
    expiresAt: keptUntil(dueAt),
  };
}
