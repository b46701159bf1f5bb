import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SubscriptionStore, Versioned } from '../../src/questions/ports.ts';
import type { Subscription } from '../../src/questions/subscription.ts';
import type { Rows } from '../../src/storage/rows/rows.ts';
import { createSubscriptionStore } from '../../src/storage/subscriptionStore.ts';
import { aPlace } from '../support/aPlace.ts';
import { collect } from '../support/collect.ts';
import { createFakeClock, type FakeClock } from '../support/fakeClock.ts';
import { type RowsSource, rowsTwins } from '../support/rowsTwins.ts';
import { now } from '../support/storedValues.ts';

const [ada, eve] = ['a'.repeat(32), 'e'.repeat(32)];
const idOf = (owner: string, digit: string) => `${owner}-${digit.repeat(32)}`;
const hourMs = 3_600_000;

const subscription = (id: string, changes: Partial<Subscription> = {}): Subscription => ({
  id,
  place: aPlace(),
  text: 'Umsatz nach „Region“ 😀',
  schedule: { every: 'week', days: [1, 5], at: { hour: 9, minute: 5 } },
  timeZone: 'Europe/Berlin',
  condition: { only: 'moved', of: { column: 'Umsatz', row: '' }, by: 5, isPercent: true },
  revision: 1,
  dueAt: now + hourMs,
  look: 1,
  createdAt: now,
  expiresAt: now + 100 * hourMs,
  ...changes,
});

describe.each(rowsTwins)('subscriptions $twin', ({ open }) => {
  let source: RowsSource;
  let rows: Rows;
  let clock: FakeClock;
  let store: SubscriptionStore;
  beforeAll(async () => {
    source = await open();
  });
  afterAll(() => source.close());
  beforeEach(() => {
    rows = source.create();
    clock = createFakeClock({ now });
    store = createSubscriptionStore(rows, clock);
  });

  const insert = async (value: Subscription): Promise<Versioned<Subscription>> => {
    const inserted = await store.insert(value);
    if (!inserted) throw new Error('not inserted');
    return inserted;
  };
  const replace = async (current: Versioned<Subscription>, changes: Partial<Subscription>) => {
    const replaced = await store.replace(current, { ...current.value, ...changes });
    if (!replaced) throw new Error('not replaced');
    return replaced;
  };
  const overdue = async (at: number) => (await store.listOverdue(at)).map(({ id }) => id);
  /** As the sweep does. */
  const tidy = (at: number) => store.deleteExpired(at);

  test('are read back as they were written, once', async () => {
    const one = subscription(idOf(ada, '1'));
    expect(await store.insert(one)).toBeDefined();
    expect(await store.insert(one)).toBeUndefined();
    expect((await store.get(one.id))?.value).toEqual(one);
    expect(await store.get(idOf(eve, '1'))).toBeUndefined();
  });

  test('with the longest question fit', async () => {
    const text = 'ü😀'.repeat(3_333);
    await insert(subscription(idOf(ada, '1'), { text }));
    expect((await store.get(idOf(ada, '1')))?.value.text).toBe(text);
  });

  test('are listed for their owner alone, oldest first', async () => {
    await insert(subscription(idOf(ada, '1'), { createdAt: now + 2 }));
    await insert(subscription(idOf(ada, '2'), { createdAt: now + 1 }));
    await insert(subscription(idOf(eve, '1')));
    expect((await store.listAll(ada)).map(({ id }) => id)).toEqual([
      idOf(ada, '2'),
      idOf(ada, '1'),
    ]);
    await store.delete(idOf(ada, '2'));
    expect((await store.listAll(ada)).map(({ id }) => id)).toEqual([idOf(ada, '1')]);
    expect(await store.listAll('f'.repeat(32))).toEqual([]);
  });

  test('are changed only in the version that was read', async () => {
    const first = await insert(subscription(idOf(ada, '1')));
    await replace(first, { look: 2 });
    expect(await store.replace(first, { ...first.value, look: 3 })).toBeUndefined();
    await store.delete(first.value.id);
    expect(await store.replace(first, first.value)).toBeUndefined();
  });

  test('are overdue from their due time on, until that has moved', async () => {
    const first = await insert(subscription(idOf(ada, '1')));
    await insert(subscription(idOf(ada, '2'), { dueAt: now + 2 * hourMs }));
    expect(await overdue(now + hourMs - 1)).toEqual([]);
    expect(await overdue(now + hourMs)).toEqual([idOf(ada, '1')]);
    await tidy(now + hourMs);
    expect(await overdue(now + hourMs)).toEqual([idOf(ada, '1')]);
    await replace(first, { dueAt: now + 3 * hourMs });
    expect(await overdue(now + 2 * hourMs)).toEqual([idOf(ada, '2')]);
    await tidy(now + 2 * hourMs);
    expect((await overdue(now + 3 * hourMs)).sort()).toEqual([idOf(ada, '1'), idOf(ada, '2')]);
  });

  test('that are due earlier than before are found in time', async () => {
    const first = await insert(subscription(idOf(ada, '1'), { dueAt: now + 50 * hourMs }));
    await replace(first, { dueAt: now + 2 * hourMs });
    expect(await overdue(now + 2 * hourMs)).toEqual([idOf(ada, '1')]);
  });

  test('that are paused are never overdue, and are found again when they go on', async () => {
    const first = await insert(subscription(idOf(ada, '1')));
    const paused = await replace(first, { paused: 'owner' });
    expect(await overdue(now + 2 * hourMs)).toEqual([]);
    // Its entry moves to when it expires.
    await tidy(now + 2 * hourMs);
    const { paused: _resumed, ...resumed } = paused.value;
    await store.replace(paused, { ...resumed, dueAt: now + 3 * hourMs });
    expect(await overdue(now + 3 * hourMs)).toEqual([idOf(ada, '1')]);
  });

  test('expire, and leave nothing behind', async () => {
    const first = await insert(subscription(idOf(ada, '1')));
    await replace(first, { dueAt: now + 2 * hourMs, expiresAt: now + 10 * hourMs });
    await clock.advance(10 * hourMs);
    expect(await store.get(idOf(ada, '1'))).toBeUndefined();
    expect(await store.listAll(ada)).toEqual([]);
    expect(await overdue(clock.now())).toEqual([]);
    expect(await tidy(clock.now())).toBe(1);
    expect((await collect(rows.list({}))).flat()).toEqual([]);
  });

  test('that were deleted leave entries that the sweep removes', async () => {
    const first = await insert(subscription(idOf(ada, '1')));
    await store.delete(first.value.id);
    expect(await overdue(now + hourMs)).toEqual([]);
    await tidy(now + 3 * hourMs);
    expect((await collect(rows.list({}))).flat()).toEqual([]);
  });
});
