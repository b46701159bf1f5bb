import { expect, it } from 'vitest';
import type { Visit } from '../../../src/questions/chat.ts';
import { placeOfChat } from '../../../src/questions/chats/placeOfChat.ts';
import { newChatId } from '../../../src/questions/ids.ts';
import { createFakeClock } from '../../support/fakeClock.ts';
import { openMemoryStorage } from '../../support/openMemoryStorage.ts';

it('a chat’s place says who its visitor is, and nothing else that is kept with the visit', async () => {
  const { questions, visits } = openMemoryStorage(createFakeClock({ now: 0 }));
  const id = newChatId('a'.repeat(32));
  const visit = {
    id: 'conversation',
    userId: 'dl_page_1',
    chatId: id,
    user: { name: 'Ada', aadObjectId: 'ada' },
    email: 'ada@example.com',
    tenantId: 'contoso',
    isGuest: false,
    countsUntil: 1,
    expiresAt: 2,
    // What a later version might keep.
    seenAt: 3,
  } satisfies Visit & { seenAt: number };
  await visits.insert(visit);
  const chat = { id, conversationId: 'conversation', createdAt: 0, openedAt: 0, expiresAt: 2 };
  expect(await placeOfChat(chat, { questions, visits }, { locale: 'de-DE' })).toEqual({
    channelId: 'directline',
    serviceUrl: '',
    conversation: { id: 'conversation' },
    user: { id: 'dl_page_1', name: 'Ada', aadObjectId: 'ada' },
    bot: { id: '' },
    visitor: { chatId: id, email: 'ada@example.com', tenantId: 'contoso', isGuest: false },
    locale: 'de-DE',
  });
});
