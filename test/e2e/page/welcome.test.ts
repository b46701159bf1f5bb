import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConversationUpdate } from '../../support/activities.ts';
import { aPageVisitor, type Session } from '../../support/page/aPageVisitor.ts';
import { openWithPage, type WithPage } from '../../support/page/openWithPage.ts';
import { messagesIn } from '../../support/shownTo.ts';

const ada = { oid: 'ada00000-0000-4000-8000-000000000001', name: 'Ada', upn: 'ada@example.com' };

let bot: WithPage;
beforeAll(async () => {
  bot = await openWithPage();
});
afterAll(() => bot.close());

/** What Direct Line says when a conversation begins, and who it says it is. */
const begin = ({ conversationId }: Session, id: string) =>
  bot.post(
    aConversationUpdate({
      scene: 'webchat',
      channelId: 'directline',
      conversation: { id: conversationId },
      from: { id, name: '' },
    }),
  );

const said = ({ conversationId }: Session) => messagesIn(bot.connector, conversationId).length;

describe('a chat', () => {
  it('welcomes its visitor once, in however many of the channel’s conversations', async () => {
    const visitor = aPageVisitor(bot, ada);
    const first = await visitor.open();
    await begin(first, first.conversationId);
    await begin(first, first.userId);
    expect(said(first)).toBe(1);
    const again = await visitor.open({ chatId: first.chatId });
    await begin(again, again.conversationId);
    expect(said(again)).toBe(0);
    const another = await visitor.open();
    await begin(another, another.conversationId);
    expect(said(another)).toBe(1);
  });
});
