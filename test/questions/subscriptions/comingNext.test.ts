import { expect, it } from 'vitest';
import { ownerIdOf } from '../../../src/questions/ids.ts';
import type { Subscription } from '../../../src/questions/subscription.ts';
import { comingNext } from '../../../src/questions/subscriptions/comingNext.ts';
import { runIdOf } from '../../../src/questions/subscriptions/newRun.ts';
import { aQuietPlace } from '../life/simulation/startRun.ts';

const day = 24 * 3_600_000;
const today = Date.UTC(2026, 10, 28, 9);
const place = aQuietPlace();

/** Its run for today has begun. */
const subscription: Subscription = {
  id: `${ownerIdOf(place)}-${'1'.repeat(32)}`,
  place,
  text: 'Revenue',
  schedule: { every: 'day', at: { hour: 9, minute: 0 } },
  timeZone: 'UTC',
  revision: 1,
  dueAt: today + day,
  look: 2,
  createdAt: 0,
  expiresAt: today + 9 * day,
};
const begun = (changes: Partial<Subscription> = {}): Subscription => {
  const run = { questionId: runIdOf({ ...subscription, dueAt: today }), dueAt: today };
  return { ...subscription, run, ...changes };
};
const nextOf = (shown: Subscription, now: number) => comingNext(shown, now).dueAt;

it('what comes next is what is being asked, until that is due', () => {
  expect(nextOf(begun(), today - 60_000)).toBe(today);
  expect(nextOf(begun(), today)).toBe(today + day);
  expect(nextOf(subscription, today - 60_000)).toBe(today + day);
});

it('what was being asked before a change doesn’t come', () => {
  const later = today + 3_600_000;
  expect(nextOf(begun({ revision: 2, dueAt: later }), today - 60_000)).toBe(later);
});
