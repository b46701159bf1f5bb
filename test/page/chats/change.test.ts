import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newChatId } from '../../../src/questions/ids.ts';
import { aChatVisitor, pageOn } from '../../support/aChatVisitor.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess({ env: pageOn });
});
afterAll(() => bot.close());

describe('the name of a chat', () => {
  it.each([
    ['Quarterly figures', 'Quarterly figures'],
    ['  \u200bFigures \u200e', 'Figures'],
    ['売上の報告 📈', '売上の報告 📈'],
    ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'],
    ['x'.repeat(100), 'x'.repeat(100)],
    ['<b>&amp;', '<b>&amp;'],
  ])('can be %j', async (title, kept) => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by region');
    const { status, body } = await ada.send('PATCH', `chats/${chat.id}`, { title });
    expect([status, body]).toEqual([200, { title: kept }]);
    expect((await ada.get('chats')).body.chats[0].title).toBe(kept);
    expect((await ada.get(`chats/${chat.id}`)).body.title).toBe(kept);
    const taken = await ada.send('PATCH', `chats/${chat.id}`, { title: null });
    expect(taken.body).toEqual({ title: 'Revenue by region' });
  });

  it.each([
    ['nothing', { title: '' }],
    ['nothing to see', { title: ' \u200b\u2060\t' }],
    ['too long', { title: 'x'.repeat(101) }],
    ['two lines', { title: 'one\ntwo' }],
    ['a control character', { title: 'one\u0000two' }],
    ['a line separator', { title: 'one\u2028two' }],
    ['a number', { title: 7 }],
    ['no title', {}],
    ['a list', []],
    ['a text', 'title'],
  ])('can’t be %s', async (_what, sent) => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    const { status, body } = await ada.send('PATCH', `chats/${chat.id}`, sent);
    expect([status, body.error.code]).toEqual([400, 'bad-request']);
    expect((await bot.storage.chats.get(chat.id))?.value.title).toBeUndefined();
  });

  it('is refused if the body is longer than 16 KB', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    const sent = { title: 'x', more: 'x'.repeat(17_000) };
    expect((await ada.send('PATCH', `chats/${chat.id}`, sent)).status).toBe(413);
  });

  it('stays as it is set last, although others write the row at the same time', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    const names = ['one', 'two', 'three', 'four'];
    await Promise.all(names.map((title) => ada.send('PATCH', `chats/${chat.id}`, { title })));
    const { value } = (await bot.storage.chats.get(chat.id)) ?? {};
    expect(names).toContain(value?.title);
    expect(value?.conversationId).toBe(chat.conversationId);
  });
});

describe('the spaces of a chat', () => {
  it('are those that can be asked, with the current one', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    const { status, body } = await ada.get('spaces', { chat: chat.id });
    expect(status).toBe(200);
    expect(body.spaces.length).toBeGreaterThan(1);
    expect(body.spaces.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toHaveLength(
      1,
    );
    expect(body.spaces[0]).toMatchObject({ id: expect.any(String), title: 'Sales' });
  });

  it('can be chosen: the next question goes there, in a new conversation', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by chosen region');
    const { spaces } = (await ada.get('spaces', { chat: chat.id })).body;
    const other = spaces.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent);
    const path = `chats/${chat.id}/space`;
    const chosen = await ada.send('PUT', path, { spaceId: other.id });
    expect([chosen.status, chosen.body]).toEqual([200, { title: other.title, isNew: true }]);
    expect((await ada.send('PUT', path, { spaceId: other.id })).body.isNew).toBe(false);
    const now = (await ada.get('spaces', { chat: chat.id })).body.spaces;
    expect(now.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent).id).toBe(other.id);
    await chat.hear('How many chosen?');
    await bot.settled();
    const asked = bot.genie
      .messages()
      .findLast(({ content }) => content.endsWith('How many chosen?'));
    expect(asked?.spaceId).toBe(other.id);
  });

  it('can’t be one that isn’t there, nor chosen in a chat that isn’t theirs', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    const path = `chats/${chat.id}/space`;
    expect((await ada.send('PUT', path, { spaceId: 'nowhere' })).status).toBe(404);
    expect((await ada.send('PUT', path, { spaceId: 7 })).status).toBe(400);
    expect((await ada.send('PUT', path, { spaceId: 'x'.repeat(300) })).status).toBe(400);
    const eve = aChatVisitor(bot);
    const { spaces } = (await ada.get('spaces', { chat: chat.id })).body;
    expect((await eve.send('PUT', path, { spaceId: spaces[1].id })).status).toBe(404);
    expect((await eve.get('spaces', { chat: chat.id })).status).toBe(404);
    expect((await eve.get('spaces', { chat: newChatId(eve.owner) })).status).toBe(404);
    expect((await eve.get('spaces')).status).toBe(404);
  });
});
