import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SessionStore } from '../../src/questions/ports.ts';
import type { Rows } from '../../src/storage/rows/rows.ts';
import { createSessionStore } from '../../src/storage/stores.ts';
import { createFakeClock, type FakeClock } from '../support/fakeClock.ts';
import { type RowsSource, rowsTwins } from '../support/rowsTwins.ts';
import { makeSession, now } from '../support/storedValues.ts';

describe.each(rowsTwins)('sessions $twin', ({ open }) => {
  let source: RowsSource;
  let rows: Rows;
  let clock: FakeClock;
  let sessions: SessionStore;
  beforeAll(async () => {
    source = await open();
  });
  afterAll(() => source.close());
  beforeEach(() => {
    rows = source.create();
    clock = createFakeClock({ now });
    sessions = createSessionStore(rows, clock);
  });

  /** The store, with `happens` run just before its next call of `operation`. */
  function interrupt(operation: 'get' | 'replace', happens: () => Promise<unknown>): SessionStore {
    let pending = true;
    const once = async () => {
      if (!pending) return;
      pending = false;
      await happens();
    };
    const interrupted: Rows = {
      ...rows,
      get: async (...args) => {
        if (operation === 'get') await once();
        return rows.get(...args);
      },
      replace: async (...args) => {
        if (operation === 'replace') await once();
        return rows.replace(...args);
      },
    };
    return createSessionStore(interrupted, clock);
  }

  test('a session is read back as it was written', async () => {
    const session = makeSession({ conversationId: 'c', spaceId: 's', activeQuestionId: 's1-q' });
    const inserted = await sessions.insert(session);
    expect(await sessions.get('s1')).toEqual(inserted);
    expect(inserted?.value).toEqual(session);
  });

  test('a session is there until the very millisecond it expires', async () => {
    await sessions.insert(makeSession({ expiresAt: now + 10 }));
    await clock.advance(9);
    expect(await sessions.get('s1')).toBeDefined();
    await clock.advance(1);
    expect(await sessions.get('s1')).toBeUndefined();
  });

  test('an insert leaves a live session alone and replaces an expired one', async () => {
    await sessions.insert(makeSession({ conversationId: 'old', expiresAt: now + 10 }));
    const next = makeSession({ generation: 7, expiresAt: now + 99 });
    expect(await sessions.insert(next)).toBeUndefined();
    await clock.advance(10);
    const inserted = await sessions.insert(next);
    expect(inserted?.value).toEqual(next);
    expect(await sessions.get('s1')).toEqual(inserted);
  });

  test('exactly one of several inserts over an expired session wins', async () => {
    await sessions.insert(makeSession({ expiresAt: now }));
    const inserts = Array.from({ length: 6 }, (_, generation) =>
      sessions.insert(makeSession({ generation })),
    );
    const winners = (await Promise.all(inserts)).filter(Boolean);
    expect(winners).toHaveLength(1);
    expect(await sessions.get('s1')).toEqual(winners[0]);
  });

  test.each(['get', 'replace'] as const)(
    'an insert over an expired session that is swept before its %s still succeeds',
    async (operation) => {
      await sessions.insert(makeSession({ expiresAt: now }));
      const swept = interrupt(operation, () => sessions.deleteExpired(now));
      const inserted = await swept.insert(makeSession({ generation: 3 }));
      expect(inserted?.value.generation).toBe(3);
      expect(await sessions.get('s1')).toEqual(inserted);
    },
  );

  test('an insert over an expired session gives way if the session is renewed meanwhile', async () => {
    const expired = await sessions.insert(makeSession({ expiresAt: now }));
    if (!expired) throw new Error('not inserted');
    const renewed = makeSession({ generation: 1 });
    const late = interrupt('replace', () => sessions.replace(expired, renewed));
    expect(await late.insert(makeSession({ generation: 2 }))).toBeUndefined();
    expect((await sessions.get('s1'))?.value).toEqual(renewed);
  });

  test('a deleted session is gone, and deleting it again is not an error', async () => {
    await sessions.insert(makeSession());
    await sessions.delete('s1');
    await sessions.delete('s1');
    expect(await sessions.get('s1')).toBeUndefined();
  });

  test('two sweeps at once delete each expired session once, over several pages', async () => {
    const make = (index: number) =>
      sessions.insert(makeSession({ id: `s${index}`, expiresAt: now + (index % 3) - 1 }));
    await Promise.all(Array.from({ length: 66 }, (_, index) => make(index)));
    const counts = await Promise.all([sessions.deleteExpired(now), sessions.deleteExpired(now)]);
    expect(counts[0] + counts[1]).toBe(44);
    const left = await Promise.all([0, 1, 2].map((index) => rows.get(keyOf(index))));
    expect(left.map(Boolean)).toEqual([false, false, true]);
    expect(await sessions.deleteExpired(now)).toBe(0);
  });

  test('a session renewed between listing and deleting stays', async () => {
    const expired = await sessions.insert(makeSession({ expiresAt: now }));
    if (!expired) throw new Error('not inserted');
    const renewed = makeSession({ expiresAt: now + 60_000 });
    const slow = createSessionStore(
      {
        ...rows,
        async *list(query) {
          for await (const page of rows.list(query)) {
            await sessions.replace(expired, renewed);
            yield page;
          }
        },
      },
      clock,
    );
    expect(await slow.deleteExpired(now)).toBe(0);
    expect((await sessions.get('s1'))?.value).toEqual(renewed);
  });

  test('a row without a readable document is a storage error', async () => {
    await rows.insert(keyOf(1), { document: '{"id":' });
    await expect(sessions.get('s1')).rejects.toMatchObject({ code: 'storage' });
  });
});

function keyOf(index: number) {
  return { partition: `s${index}`, row: 'session' };
}
