import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Chat, Deletion } from '../../src/questions/chat.ts';
import type { ChatStore, DeletionStore, VisitStore } from '../../src/questions/ports.ts';
import {
  createChatStore,
  createDeletionStore,
  createVisitStore,
} from '../../src/storage/chatStores.ts';
import type { Rows } from '../../src/storage/rows/rows.ts';
import { createFakeClock, type FakeClock } from '../support/fakeClock.ts';
import { type RowsSource, rowsTwins } from '../support/rowsTwins.ts';
import { now } from '../support/storedValues.ts';

const [ada, eve] = ['a'.repeat(32), 'e'.repeat(32)];
const idOf = (owner: string, digit: string) => `${owner}-${digit.repeat(32)}`;
const chat = (id: string, changes: Partial<Chat> = {}): Chat => ({
  id,
  conversationId: 'c/#?',
  createdAt: now,
  openedAt: now,
  expiresAt: now + 60_000,
  ...changes,
});
const deletion = (id: string, changes: Partial<Deletion> = {}): Deletion => ({
  id,
  dueAt: now + 30,
  expiresAt: now + 60_000,
  ...changes,
});

describe.each(rowsTwins)('the chats of the page $twin', ({ open }) => {
  let source: RowsSource;
  let rows: Rows;
  let clock: FakeClock;
  let chats: ChatStore;
  let deletions: DeletionStore;
  let visits: VisitStore;
  beforeAll(async () => {
    source = await open();
  });
  afterAll(() => source.close());
  beforeEach(() => {
    rows = source.create();
    clock = createFakeClock({ now });
    chats = createChatStore(rows, clock);
    deletions = createDeletionStore(rows, clock);
    visits = createVisitStore(rows, clock);
  });

  test('are listed for their owner alone, whatever else is in the table', async () => {
    await chats.insert(chat(idOf(ada, '1'), { title: 'Für Zoë 😀' }));
    await chats.insert(chat(idOf(ada, '2')));
    await chats.insert(chat(idOf(eve, '1')));
    await deletions.insert(deletion(idOf(ada, '1')));
    const listed = await chats.listAll(ada);
    expect(listed.map(({ id, title }) => [id, title]).sort()).toEqual([
      [idOf(ada, '1'), 'Für Zoë 😀'],
      [idOf(ada, '2'), undefined],
    ]);
    expect(await chats.listAll('f'.repeat(32))).toEqual([]);
  });

  test('more than a page of them are listed, without the expired ones', async () => {
    const digits = Array.from({ length: 130 }, (_, index) => index.toString(16).padStart(32, '0'));
    await Promise.all(
      digits.map((each, index) =>
        chats.insert(chat(`${ada}-${each}`, { expiresAt: now + (index < 10 ? 5 : 60_000) })),
      ),
    );
    await clock.advance(10);
    expect(await chats.listAll(ada)).toHaveLength(120);
    expect(await chats.deleteExpired(clock.now())).toBe(10);
    expect(await chats.listAll(ada)).toHaveLength(120);
  });

  test('are changed only in the version that was read', async () => {
    const first = await chats.insert(chat(idOf(ada, '1')));
    if (!first) throw new Error('not inserted');
    expect(await chats.replace(first, { ...first.value, title: 'one' })).toBeDefined();
    expect(await chats.replace(first, { ...first.value, title: 'two' })).toBeUndefined();
    expect((await chats.get(idOf(ada, '1')))?.value.title).toBe('one');
  });

  test('a deletion is due once it can’t be undone, until it’s done', async () => {
    const id = idOf(ada, '1');
    await deletions.insert(deletion(id));
    expect(await deletions.listDue(now + 29)).toEqual([]);
    expect((await deletions.listDue(now + 30)).map((each) => each.id)).toEqual([id]);
    await deletions.deleteExpired(now + 30);
    expect(await deletions.listDue(now + 40)).toHaveLength(1);
    const current = await deletions.get(id);
    if (!current) throw new Error('gone');
    await deletions.replace(current, { ...current.value, doneAt: now + 40 });
    expect(await deletions.listDue(now + 50)).toEqual([]);
    // It stays, so that nothing is asked in the chat, and goes when it expires.
    await deletions.deleteExpired(now + 50);
    expect(await deletions.get(id)).toBeDefined();
    await clock.advance(60_000);
    expect(await deletions.deleteExpired(clock.now())).toBe(1);
    expect(await deletions.get(id)).toBeUndefined();
  });

  test('a deletion that was put off is due later, and one that made way is due again', async () => {
    const id = idOf(ada, '1');
    const first = await deletions.insert(deletion(id));
    if (!first) throw new Error('not inserted');
    const later = await deletions.replace(first, deletion(id, { dueAt: now + 100 }));
    if (!later) throw new Error('not replaced');
    expect(await deletions.listDue(now + 50)).toEqual([]);
    await deletions.deleteExpired(now + 50);
    expect(await deletions.listDue(now + 100)).toHaveLength(1);
    await deletions.replace(later, { ...later.value, expiresAt: now });
    expect(await deletions.insert(deletion(id, { dueAt: now + 60 }))).toBeDefined();
    expect(await deletions.listDue(now + 60)).toHaveLength(1);
  });

  test('a visit is read by its conversation, however that is called', async () => {
    const visit = {
      id: 'Ab_1-eu|0000#/?',
      chatId: idOf(ada, '1'),
      userId: 'dl_1',
      user: { name: 'Ada' },
      countsUntil: now + 10,
      expiresAt: now + 20,
    };
    await visits.insert(visit);
    expect((await visits.get(visit.id))?.value).toEqual(visit);
    expect(await visits.get('ab_1-eu|0000#/?')).toBeUndefined();
    await clock.advance(20);
    expect(await visits.get(visit.id)).toBeUndefined();
  });
});
