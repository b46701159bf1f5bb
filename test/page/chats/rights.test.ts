import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chatSessionIdOf } from '../../../src/questions/ids.ts';
import { type AsPerson, ada, openAsPerson } from '../../support/openAsPerson.ts';
import { aPageVisitor } from '../../support/page/aPageVisitor.ts';
import { openWithPage, type WithPage } from '../../support/page/openWithPage.ts';

let bot: WithPage<AsPerson>;
beforeEach(async () => {
  bot = await openWithPage({}, openAsPerson);
});
afterEach(async () => {
  await bot.settled();
  await bot.close();
});

const own = { origin: 'https://genie.example', 'sec-fetch-site': 'same-origin' };

/** Ada has asked something in a chat, as herself. */
async function asked() {
  const visitor = aPageVisitor(bot, { ...ada, token: bot.tokens.ssoTokenFor(ada) });
  const session = await visitor.open();
  await visitor.at(session).ask('Revenue by region');
  const call = async (method: string, path: string) => {
    const { status, json } = await visitor.request(`/api/chat/${path}`, { method, headers: own });
    // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
    return { status, body: json as any };
  };
  return { chatId: session.chatId, call };
}

async function askedAsAnother(chatId: string, askedAs: string | undefined): Promise<void> {
  const { questions } = bot.storage;
  for (const { id } of await questions.listAll(chatSessionIdOf(chatId))) {
    const current = await questions.get(id);
    if (current === undefined) continue;
    const { askedAs: _, ...rest } = current.value;
    await questions.replace(current, { ...rest, ...(askedAs && { askedAs }) });
  }
}

describe('chats in which people ask as themselves', () => {
  it('are read, searched and deleted with their rights', async () => {
    const { chatId, call } = await asked();
    expect((await call('GET', 'chats')).body.chats).toMatchObject([{ title: 'Revenue by region' }]);
    const opened = await call('GET', `chats/${chatId}`);
    expect(opened.body.turns[0].message.attachments).toHaveLength(1);
    expect((await call('DELETE', `chats/${chatId}?now=true`)).status).toBe(204);
    expect(bot.genie.messages()).toEqual([]);
    expect(new Set(bot.callersOf(/./))).toEqual(new Set([ada.name]));
  });

  it('have no spaces for who hasn’t signed in to Databricks yet, which is no trouble', async () => {
    const visitor = aPageVisitor(bot, ada);
    const { chatId } = await visitor.open();
    const ask = () => visitor.request(`/api/chat/spaces?chat=${chatId}`, { headers: own });
    expect(await ask()).toMatchObject({ status: 200, json: { spaces: [] } });
    await aPageVisitor(bot, { ...ada, token: bot.tokens.ssoTokenFor(ada) }).open();
    expect((await ask()).json['spaces']).not.toEqual([]);
  });

  it.each([
    ['another person', 'f'.repeat(32)],
    ['the bot', undefined],
  ])(
    'show nothing that was asked as %s, and it isn’t deleted as anyone else',
    async (_who, askedAs) => {
      const { chatId, call } = await asked();
      await askedAsAnother(chatId, askedAs);
      expect((await call('GET', 'chats')).body.chats).toEqual([]);
      expect((await call('GET', 'chats?search=revenue')).body.chats).toEqual([]);
      expect((await call('GET', `chats/${chatId}`)).body.turns).toEqual([]);
      expect((await call('DELETE', `chats/${chatId}?now=true`)).status).toBe(503);
      expect(bot.genie.messages()).toHaveLength(1);
      expect((await bot.storage.chats.get(chatId))?.value.deletedAt).toBeDefined();
    },
  );
});
