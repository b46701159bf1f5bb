import { beforeEach, describe, expect, it } from 'vitest';
import type { BudgetStore } from '../../../src/questions/ports.ts';
import { rememberLatest } from '../../../src/storage/rows/rememberLatest.ts';
import { createBudgetStore } from '../../../src/storage/stores.ts';
import { createFakeClock, type FakeClock } from '../../support/fakeClock.ts';
import { createMemoryRows } from '../../support/memoryRows.ts';

const id = 'workspace';
const starting = (at: number) => ({ id, starts: [{ questionId: `q${at}`, at }] });

describe('a store that remembers', () => {
  let clock: FakeClock;
  let shared: BudgetStore;
  let mine: BudgetStore;
  let reads: number;

  beforeEach(async () => {
    clock = createFakeClock();
    shared = createBudgetStore(createMemoryRows(), clock);
    reads = 0;
    const counted: BudgetStore = {
      ...shared,
      get: (key) => {
        reads += 1;
        return shared.get(key);
      },
    };
    mine = rememberLatest(counted, clock);
    await mine.insert(starting(0));
  });

  /** Reads and replaces, and says whether that succeeded. */
  async function change(store: BudgetStore, at: number): Promise<boolean> {
    const current = await store.get(id);
    if (!current) throw new Error('no row');
    return (await store.replace(current, starting(at))) !== undefined;
  }

  it('does not read what it has just written', async () => {
    expect([await change(mine, 1), await change(mine, 2)]).toEqual([true, true]);
    expect((await shared.get(id))?.value).toEqual(starting(2));
    expect(reads).toBe(0);
  });

  it('does not read again what it has just read', async () => {
    await clock.advance(1_000);
    await mine.get(id);
    expect(await change(mine, 1)).toBe(true);
    expect(reads).toBe(1);
  });

  it('rereads after a second', async () => {
    await clock.advance(1_000);
    await change(shared, 1);
    expect((await mine.get(id))?.value).toEqual(starting(1));
  });

  it('never overwrites someone else’s write, then sees it, and rereads while others keep writing', async () => {
    await change(shared, 1);
    expect(await change(mine, 2)).toBe(false);
    expect((await shared.get(id))?.value).toEqual(starting(1));
    for (const at of [3, 4, 5]) {
      await change(shared, at);
      expect(await change(mine, at + 10)).toBe(true);
    }
    expect(reads).toBe(3);
  });

  it('notices that a row is gone', async () => {
    await mine.delete(id);
    expect(await mine.get(id)).toBeUndefined();
  });

  it('does not remember that there was no row', async () => {
    expect(await mine.get('other')).toBeUndefined();
    await shared.insert({ ...starting(1), id: 'other' });
    expect(await mine.get('other')).toBeDefined();
  });
});
