import { expect, it } from 'vitest';
import { type Opener, openVisit } from '../../../src/page/token/openVisit.ts';
import { newChatId } from '../../../src/questions/ids.ts';
import { createFakeClock } from '../../support/fakeClock.ts';
import { openMemoryStorage } from '../../support/openMemoryStorage.ts';

const owner = 'ada0'.repeat(8);
const ada: Opener = { visitor: { owner }, userId: 'dl_page_ada', trustedOrigins: [] };

async function openWhile(
  happens: (storage: ReturnType<typeof openMemoryStorage>) => Promise<unknown>,
) {
  const clock = createFakeClock();
  const storage = openMemoryStorage(clock);
  const directLine = {
    open: async () => {
      await happens(storage);
      return { conversationId: 'conversation', token: 'token' };
    },
    goOn: async () => undefined,
  };
  const deps = { ...storage, directLine, keepChatsMs: 90 * 24 * 3_600_000, clock };
  const now = clock.now();
  const times = { createdAt: now, openedAt: now, expiresAt: now + 1_000_000 };
  await storage.chats.insert({ id, conversationId: 'before', ...times });
  return { opening: openVisit(ada, { chatId: id }, deps), storage };
}

const id = newChatId(owner);

it('doesn’t bring back a chat that is deleted for good while Direct Line is asked', async () => {
  const { opening, storage } = await openWhile(({ chats }) => chats.delete(id));
  await expect(opening).rejects.toMatchObject({ status: 404, code: 'not-found' });
  expect(await storage.chats.get(id)).toBeUndefined();
});

it('gives no token for one that is hidden meanwhile, and leaves it hidden', async () => {
  const { opening, storage } = await openWhile(async ({ chats }) => {
    const chat = await chats.get(id);
    if (chat) await chats.replace(chat, { ...chat.value, deletedAt: 1 });
  });
  await expect(opening).rejects.toMatchObject({ status: 404, code: 'not-found' });
  expect((await storage.chats.get(id))?.value).toMatchObject({
    deletedAt: 1,
    conversationId: 'before',
  });
});
