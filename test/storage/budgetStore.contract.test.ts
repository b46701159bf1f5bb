import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBudgetStore } from '../../src/storage/stores.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { type RowsSource, rowsTwins } from '../support/rowsTwins.ts';

const now = Date.UTC(2026, 10, 21, 9);

describe.each(rowsTwins)('budgets $twin', ({ open }) => {
  let source: RowsSource;
  beforeAll(async () => {
    source = await open();
  });
  afterAll(() => source.close());

  test.each(['adb-1.2.azuredatabricks.net', 'localhost:8080', '[::1]:8080'])(
    'the budget of %s is read back as it was written',
    async (id) => {
      const budgets = createBudgetStore(source.create(), createFakeClock({ now }));
      const starts = Array.from({ length: 3_000 }, (_, at) => ({ questionId: `s-${at}`, at }));
      const inserted = await budgets.insert({ id, starts, blockedUntil: now });
      expect(inserted).toBeDefined();
      expect(await budgets.get(id)).toEqual(inserted);
    },
  );

  test('thirty questions at once, each counted by compare-and-swap, are all counted', async () => {
    const budgets = createBudgetStore(source.create(), createFakeClock({ now }));
    const id = 'host';
    await budgets.insert({ id, starts: [] });

    async function count(questionId: string): Promise<void> {
      const current = await budgets.get(id);
      if (!current) throw new Error('no budget');
      const starts = [...current.value.starts, { questionId, at: current.value.starts.length }];
      const replaced = await budgets.replace(current, { id, starts });
      if (!replaced) await count(questionId);
    }
    const ids = Array.from({ length: 30 }, (_, index) => `q${index}`);
    await Promise.all(ids.map(count));

    const starts = (await budgets.get(id))?.value.starts ?? [];
    expect(starts.map(({ at }) => at)).toEqual(ids.map((_, index) => index));
    expect(starts.map(({ questionId }) => questionId).sort()).toEqual(ids.sort());
  });

  test('a budget does not expire', async () => {
    const clock = createFakeClock({ now });
    const budgets = createBudgetStore(source.create(), clock);
    await budgets.insert({ id: 'host', starts: [] });
    await clock.advance(365 * 24 * 60 * 60 * 1_000);
    expect(await budgets.deleteExpired(clock.now())).toBe(0);
    expect(await budgets.get('host')).toBeDefined();
  });
});
