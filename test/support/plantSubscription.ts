import { newNonce, ownerIdOf } from '../../src/questions/ids.ts';
import type { Subscription } from '../../src/questions/subscription.ts';
import type { Storage } from '../../src/storage/openStorage.ts';
import { aPlace } from './aPlace.ts';

const yearMs = 365 * 24 * 3_600_000;

/** A daily subscription in UTC that is due at a moment, be it at 9:00 or not: only the due time after it is worked out. */
export function aSubscription(
  dueAt: number,
  { place = aPlace(), ...overrides }: Partial<Subscription> = {},
): Subscription {
  const { activityId: _none, ...there } = place;
  return {
    id: `${ownerIdOf(place)}-${newNonce()}`,
    place: there,
    text: 'Revenue by region',
    schedule: { every: 'day', at: { hour: 9, minute: 0 } },
    timeZone: 'UTC',
    revision: 0,
    dueAt,
    look: 1,
    createdAt: dueAt - yearMs,
    expiresAt: dueAt + yearMs,
    ...overrides,
  };
}

/** Puts a subscription into storage as if it had been made long ago, with the messages that look at it now. */
export async function plantSubscription(
  subscription: Subscription,
  { subscriptions, looks }: Pick<Storage, 'subscriptions' | 'looks'>,
): Promise<void> {
  const { id: subscriptionId, look } = subscription;
  await subscriptions.insert(subscription);
  await looks.send({ kind: 'due', subscriptionId, look });
  await looks.send({ kind: 'due-backup', subscriptionId, look }, 10_000);
}
