import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/questions/ports.ts';
import { searchPages } from '../../src/questions/searchPages.ts';
import { createFakeClock } from '../support/fakeClock.ts';

interface Item {
  id: string;
  createdAt?: number;
}

const minute = 60_000;
const clock = createFakeClock();
const since = clock.now();
/** So many items, newest first, the newest an hour older than what is searched for. */
const old = (count: number): Item[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `old-${index}`,
    createdAt: since - (60 + index) * minute,
  }));
const ours: Item = { id: 'ours', createdAt: since + 1_000 };

function inPages(items: readonly Item[], size: number) {
  return async (page = '0'): Promise<Page<Item>> => {
    const end = Number(page) + size;
    const next = end < items.length ? { nextPage: `${end}` } : {};
    return { items: items.slice(Number(page), end), ...next };
  };
}

/** Searches for `ours`, and counts the pages. */
async function search(
  read: (page: string | undefined) => Promise<Page<Item>>,
  time = { now: clock.now },
) {
  let pages = 0;
  const counted = (page: string | undefined) => {
    pages += 1;
    return read(page);
  };
  const result = await searchPages(
    counted,
    async (items) => items.find(({ id }) => id === 'ours'),
    {
      idOf: ({ id }) => id,
      createdAt: ({ createdAt }) => createdAt,
      since,
      until: since + 2 * minute,
      clock: time,
    },
  );
  return { found: result.found?.id, isComplete: result.isComplete, pages };
}

describe('a search in a list of Genie’s', () => {
  it.each([
    ['at the end', [...old(300).reverse(), ours]],
    ['after old ones', [...old(99), ours]],
    ['in the middle of a list of no order', [...old(200).reverse(), ours, ...old(7)]],
    ['after so many that they are newest first by chance', [...old(40), ours, ...old(300)]],
    ['after old ones without times', [...old(300).map(({ id }) => ({ id })), ours]],
    ['after one that says no time', [...old(150), ours].toSpliced(3, 0, { id: 'untimed' })],
  ])('finds an item that is %s', async (_where, items) => {
    for (const size of [1, 20]) {
      expect(await search(inPages(items, size))).toMatchObject({ found: 'ours' });
    }
  });

  it('reads a list that has proven to be newest first only as far as it has to', async () => {
    const found = await search(inPages(old(5_000), 20));
    expect(found).toEqual({ found: undefined, isComplete: true, pages: 5 });
  });

  it('reads any other list to its end', async () => {
    const found = await search(inPages(old(5_000).reverse(), 20));
    expect(found).toEqual({ found: undefined, isComplete: true, pages: 250 });
  });

  it('goes on after an empty page', async () => {
    const pages: Page<Item>[] = [{ items: [], nextPage: '1' }, { items: [ours] }];
    const found = await search(async (page = '0') => pages[Number(page)] ?? { items: [] });
    expect(found.found).toBe('ours');
  });

  it('goes on while pages of the same token bring something new', async () => {
    let count = 0;
    const found = await search(async () => {
      count += 1;
      return { items: count < 5 ? [{ id: `${count}` }] : [ours], nextPage: 'same' };
    });
    expect(found).toMatchObject({ found: 'ours', pages: 5 });
  });

  it.each<[string, (page: string | undefined) => Promise<Page<Item>>, number]>([
    ['a token that repeats itself', async () => ({ items: old(3), nextPage: 'same' }), 3],
    [
      'tokens that go round',
      async (page) => ({ items: old(3), nextPage: page === 'a' ? 'b' : 'a' }),
      60,
    ],
    ['empty pages without end', async (page = '') => ({ items: [], nextPage: `${page}.` }), 60],
  ])('ends without proof at %s', async (_what, read, most) => {
    const found = await search(read);
    expect(found).toMatchObject({ found: undefined, isComplete: false });
    expect(found.pages).toBeLessThanOrEqual(most);
  });

  it('ends without proof when its time is over', async () => {
    let count = 0;
    const time = { now: () => since + count * 10_000 };
    const found = await search(async () => {
      count += 1;
      return { items: [{ id: `${count}` }], nextPage: `${count}` };
    }, time);
    expect(found).toEqual({ found: undefined, isComplete: false, pages: 12 });
  });
});
