import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { turnIdOf } from '../../src/questions/ids.ts';
import type { KeptTurn } from '../../src/questions/ports.ts';
import { createTurnStore } from '../../src/storage/turnStore.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { type RowsSource, rowsTwins } from '../support/rowsTwins.ts';

const now = Date.UTC(2026, 10, 28, 12);

function aTurn(messageId: string, overrides: Partial<KeptTurn> = {}): KeptTurn {
  const ids = { spaceId: 'endpoint:agent', conversationId: 'c-1', messageId, ...overrides };
  return {
    question: messageId,
    askedAt: now,
    expiresAt: now + 60_000,
    ...overrides,
    ...ids,
    id: turnIdOf(ids),
  };
}

describe.each(rowsTwins)('turns $twin', ({ open }) => {
  let source: RowsSource;
  beforeAll(async () => {
    source = await open();
  });
  afterAll(() => source.close());

  test('are read back as they were written, however long, in whatever script', async () => {
    const turns = createTurnStore(source.create(), createFakeClock({ now }));
    const turn = aTurn('long', {
      question: '質問'.repeat(1_000),
      reply: {
        text: `${'😀'.repeat(2_000)}\n"${'a'.repeat(100_000)}`,
        citations: [{ title: 'A', url: 'https://a.test/' }],
        approval: { id: 'r', name: 'tool', arguments: '{"a":1}' },
        traceId: 'tr-1',
      },
      decision: { requestId: 'r', isApproved: false },
      replaces: 'm-0',
      userKey: 'key',
    });
    const inserted = await turns.insert(turn);
    expect(inserted).toBeDefined();
    expect(await turns.get(turn.id)).toEqual({ value: turn, etag: inserted?.etag });
  });

  test('are listed by their conversation, oldest first', async () => {
    const turns = createTurnStore(source.create(), createFakeClock({ now }));
    await turns.insert(aTurn('second', { askedAt: now + 2 }));
    await turns.insert(aTurn('first', { askedAt: now + 1 }));
    await turns.insert(aTurn('other', { conversationId: 'c-2' }));
    const ids = async (id: string) => (await turns.listAll(id)).map(({ messageId }) => messageId);
    expect(await ids('c-1')).toEqual(['first', 'second']);
    expect(await ids('c-2')).toEqual(['other']);
    expect(await ids('c-3')).toEqual([]);
  });

  test('that expired are neither read nor listed, before and after they are swept', async () => {
    const clock = createFakeClock({ now });
    const turns = createTurnStore(source.create(), clock);
    const [short, long] = [aTurn('short'), aTurn('long', { expiresAt: now + 3_600_000 })];
    await turns.insert(short);
    await turns.insert(long);
    await clock.advance(60_001);
    for (const swept of [1, 0]) {
      expect(await turns.get(short.id)).toBeUndefined();
      expect(await turns.listAll('c-1')).toEqual([long]);
      expect(await turns.deleteExpired(clock.now())).toBe(swept);
    }
  });

  test('that were renewed outlive the sweep that would have taken them', async () => {
    const clock = createFakeClock({ now });
    const turns = createTurnStore(source.create(), clock);
    const inserted = await turns.insert(aTurn('renewed'));
    const renewed = aTurn('renewed', { expiresAt: now + 3_600_000 });
    if (inserted) await turns.replace(inserted, renewed);
    await clock.advance(60_001);
    expect(await turns.deleteExpired(clock.now())).toBe(0);
    expect(await turns.listAll('c-1')).toEqual([renewed]);
    await clock.advance(3_600_000);
    expect(await turns.deleteExpired(clock.now())).toBe(1);
  });

  test('are answered by one of two owners at the same time', async () => {
    const turns = createTurnStore(source.create(), createFakeClock({ now }));
    const inserted = await turns.insert(aTurn('asked'));
    if (inserted === undefined) throw new Error('not inserted');
    const answer = (text: string) => turns.replace(inserted, aTurn('asked', { reply: { text } }));
    const written = await Promise.all([answer('one'), answer('other')]);
    expect(written.filter((each) => each !== undefined)).toHaveLength(1);
  });

  test('are gone once they are deleted', async () => {
    const turns = createTurnStore(source.create(), createFakeClock({ now }));
    const turn = aTurn('deleted');
    await turns.insert(turn);
    await turns.delete(turn.id);
    await turns.delete(turn.id);
    expect(await turns.get(turn.id)).toBeUndefined();
    expect(await turns.listAll('c-1')).toEqual([]);
  });
});
