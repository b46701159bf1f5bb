import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createQuestionStore } from '../../../src/storage/questionStore.ts';
import type { RowQuery, Rows } from '../../../src/storage/rows/rows.ts';
import { createSessionStore } from '../../../src/storage/stores.ts';
import { createFakeClock, type FakeClock } from '../../support/fakeClock.ts';
import { type RowsSource, rowsTwins } from '../../support/rowsTwins.ts';
import { makeQuestion, makeSession, now } from '../../support/storedValues.ts';

describe.each(rowsTwins)('the sweep $twin', ({ open }) => {
  let source: RowsSource;
  /** Rows that keep record of what is read. */
  let rows: Rows;
  let read: string[];
  let listed: RowQuery[];
  let clock: FakeClock;
  beforeAll(async () => {
    source = await open();
  });
  afterAll(() => source.close());
  beforeEach(() => {
    const stored = source.create();
    read = [];
    listed = [];
    clock = createFakeClock({ now });
    rows = {
      ...stored,
      get(key) {
        read.push(key.partition);
        return stored.get(key);
      },
      list(query) {
        listed.push(query);
        return stored.list(query);
      },
    };
  });

  test('reads the sessions that expired, and no others', async () => {
    const sessions = createSessionStore(rows, clock);
    for (let index = 0; index < 30; index += 1) {
      await sessions.insert(makeSession({ id: `s${index}`, expiresAt: now + (index < 3 ? 0 : 1) }));
    }
    read = [];
    expect(await sessions.deleteExpired(now)).toBe(3);
    expect(read.sort()).toEqual(['s0', 's1', 's2']);
    expect(listed.every(({ partition }) => typeof partition === 'object')).toBe(true);
  });

  test('looks at a renewed session once at its old time, and again at its new one', async () => {
    const sessions = createSessionStore(rows, clock);
    const inserted = await sessions.insert(makeSession({ expiresAt: now + 10 }));
    if (!inserted) throw new Error('not inserted');
    await sessions.replace(inserted, makeSession({ expiresAt: now + 50 }));
    read = [];
    const sweeps: [atMs: number, deleted: number, looks: number][] = [];
    for (const atMs of [9, 10, 49, 50, 60]) {
      const deleted = await sessions.deleteExpired(now + atMs);
      sweeps.push([atMs, deleted, read.length]);
      read = [];
    }
    expect(sweeps).toEqual([
      [9, 0, 0],
      [10, 0, 1],
      [49, 0, 0],
      [50, 1, 1],
      [60, 0, 0],
    ]);
  });

  test('has nothing left to look at once a session is deleted', async () => {
    const sessions = createSessionStore(rows, clock);
    await sessions.insert(makeSession({ expiresAt: now }));
    await sessions.delete('s1');
    const later = now + 3_600_000;
    expect(await sessions.deleteExpired(later)).toBe(0);
    read = [];
    expect(await sessions.deleteExpired(later)).toBe(0);
    expect(read).toEqual([]);
  });

  test('does not lose a row that is being written while it looks', async () => {
    const swept: number[] = [];
    const sessions = createSessionStore(
      {
        ...rows,
        async insert(key, columns) {
          if (key.partition === 's1') swept.push(await sessions.deleteExpired(now));
          return rows.insert(key, columns);
        },
      },
      createFakeClock({ now: now - 1 }),
    );
    await sessions.insert(makeSession({ expiresAt: now }));
    expect(swept).toEqual([0]);
    expect(await sessions.deleteExpired(now)).toBe(1);
  });

  test('looks at a question while it is open, when its text is due to be forgotten, and when it has expired', async () => {
    const questions = createQuestionStore(rows, clock);
    const asked = await questions.insert(makeQuestion({ state: 'asked', expiresAt: now + 90 }));
    if (!asked) throw new Error('not inserted');
    const looksAt = async (atMs: number) => {
      const abandoned = (await questions.listAbandoned(now + atMs)).length;
      const outspoken = (await questions.listOutspoken(now + atMs)).length;
      const deleted = await questions.deleteExpired(now + atMs);
      read = [];
      await questions.listAbandoned(now + atMs);
      return { abandoned, outspoken, deleted, isStillDue: read.length > 0 };
    };
    const nothing = { abandoned: 0, outspoken: 0, deleted: 0, isStillDue: false };
    expect(await looksAt(1)).toEqual({ ...nothing, abandoned: 1, isStillDue: true });

    const ended = { ...asked.value, state: 'delivered' as const, wordsUntil: now + 40 };
    const replaced = await questions.replace(asked, ended);
    if (!replaced) throw new Error('not replaced');
    expect(await looksAt(39)).toEqual(nothing);
    expect(await looksAt(40)).toEqual({ ...nothing, outspoken: 1, isStillDue: true });

    const { wordsUntil: _over, ...silent } = ended;
    await questions.replace(replaced, silent);
    expect(await looksAt(41)).toEqual(nothing);
    await clock.advance(90);
    expect(await looksAt(90)).toEqual({ ...nothing, deleted: 1 });
  });
});
