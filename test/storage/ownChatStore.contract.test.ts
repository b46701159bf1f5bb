import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOwnChatStore, createSharedPlaceStore } from '../../src/storage/stores.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { type RowsSource, rowsTwins } from '../support/rowsTwins.ts';

describe.each(rowsTwins)('own chats $twin', ({ open }) => {
  let source: RowsSource;
  beforeAll(async () => {
    source = await open();
  });
  afterAll(() => source.close());

  test('expire, and leave the shared places beside them alone', async () => {
    const clock = createFakeClock();
    const rows = source.create();
    const chats = createOwnChatStore(rows, clock);
    const places = createSharedPlaceStore(rows, clock);
    await places.insert({ id: 'ada', spaceId: 'sales' });
    const chat = {
      id: 'ada',
      address: { serviceUrl: 'https://x/', conversation: { id: 'a:1#/?' } },
      questionIds: ['s1-q1'],
      waitingIds: ['s1-q1'],
      expiresAt: clock.now() + 1_000,
    };
    const inserted = await chats.insert(chat);
    expect(await chats.insert(chat)).toBeUndefined();
    expect(await chats.get('ada')).toEqual({ value: chat, etag: inserted?.etag });
    await clock.advance(1_000);
    expect(await chats.get('ada')).toBeUndefined();
    expect(await chats.deleteExpired(clock.now())).toBe(1);
    expect((await places.get('ada'))?.value.spaceId).toBe('sales');
  });
});
