import type { Run, Subscription } from '../../../src/questions/subscription.ts';

export const subscriptionId = `${'a'.repeat(32)}-${'1'.repeat(32)}`;

/** A subscription of a person in a chat of their own, every weekday at 9:00 in Berlin, next on a Monday. */
export function aSubscription(overrides: Partial<Subscription> = {}): Subscription {
  return {
    id: subscriptionId,
    place: {
      channelId: 'msteams',
      serviceUrl: 'https://smba.example/',
      conversation: { id: 'c', conversationType: 'personal' },
      user: { id: 'u' },
      bot: { id: 'b' },
    },
    text: 'revenue by region yesterday',
    schedule: { every: 'weekday', at: { hour: 9, minute: 0 } },
    timeZone: 'Europe/Berlin',
    revision: 0,
    dueAt: Date.UTC(2026, 10, 30, 8),
    look: 0,
    createdAt: 0,
    expiresAt: 0,
    ...overrides,
  };
}

/** A run of it. */
export function aRunOf(overrides: Partial<Run> = {}): Run {
  const { id, revision, dueAt, schedule, timeZone } = aSubscription();
  return { subscriptionId: id, revision, dueAt, schedule, timeZone, ...overrides };
}
