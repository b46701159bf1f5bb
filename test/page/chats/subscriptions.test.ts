import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatSessionIdOf } from '../../../src/questions/ids.ts';
import type { Silence } from '../../../src/questions/subscription.ts';
import { aChatVisitor, type ChatVisitor, pageOn } from '../../support/aChatVisitor.ts';
import { aRun } from '../../support/aRun.ts';
import { asRun } from '../../support/asRun.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess({ env: pageOn });
});
afterAll(() => bot.close());

/** A chat in which something was asked, and then something by a subscription. */
async function aChatWithRun(ada: ChatVisitor, changes?: Parameters<typeof asRun>[2]) {
  const chat = await ada.open();
  await chat.ask('Revenue by region');
  await chat.ask('How many customers?');
  await bot.settled();
  await asRun(bot, chatSessionIdOf(chat.id), changes);
  return chat;
}

const listed = async (ada: ChatVisitor, query = {}) => (await ada.get('chats', query)).body.chats;

describe('an answer of a subscription in a chat', () => {
  it('is there, below nothing that anyone said', async () => {
    const ada = aChatVisitor(bot);
    const chat = await aChatWithRun(ada);
    const { turns } = (await ada.get(`chats/${chat.id}`)).body;
    expect(turns).toMatchObject([{ text: 'Revenue by region' }, { state: 'answered' }]);
    expect(turns[1]).not.toHaveProperty('text');
    expect(JSON.stringify(turns[1].message)).toContain('AdaptiveCard');
  });

  it('is named as what it is in a file of the chat', async () => {
    const ada = aChatVisitor(bot);
    const chat = await aChatWithRun(ada);
    const { text } = await ada.get(`chats/${chat.id}/download`, { format: 'markdown' });
    expect(text).toMatch(/## How many customers.*\s+Every day at 09:00 · /);
    expect(text.match(/Every day/g)).toHaveLength(1);
  });

  it('stands where it was due, although it was asked before', async () => {
    const ada = aChatVisitor(bot);
    const chat = await aChatWithRun(ada, ({ acceptedAt }) => ({
      run: aRun({ dueAt: acceptedAt }),
      acceptedAt: acceptedAt - 900_000,
    }));
    const { turns } = (await ada.get(`chats/${chat.id}`)).body;
    expect(turns.map(({ text }: { text?: string }) => text)).toEqual([
      'Revenue by region',
      undefined,
    ]);
    expect(turns[1].askedAt > turns[0].askedAt).toBe(true);
    expect((await listed(ada))[0]).toMatchObject({ lastAt: turns[1].askedAt });
  });
});

describe('what a subscription asked in vain, or keeps for its time', () => {
  it.each<Silence>(['unmet', 'over', 'late', 'told'])(
    'is nowhere in the chat: %s',
    async (silent) => {
      const ada = aChatVisitor(bot);
      const chat = await aChatWithRun(ada, () => ({ run: aRun({ silent }) }));
      const { turns } = (await ada.get(`chats/${chat.id}`)).body;
      expect(turns).toMatchObject([{ text: 'Revenue by region' }]);
      expect((await listed(ada))[0]).toMatchObject({ lastAt: turns[0].askedAt });
      expect(await listed(ada, { search: 'customers' })).toEqual([]);
      const file = await ada.get(`chats/${chat.id}/download`, { format: 'md' });
      expect(JSON.stringify(file.body)).not.toContain('customers');
    },
  );

  it('doesn’t keep the chat busy, nor name one in which nothing else was asked', async () => {
    const ada = aChatVisitor(bot);
    const state = 'answered' as const;
    await aChatWithRun(ada, () => ({ state, run: aRun({ dueAt: Date.now() + 600_000 }) }));
    const empty = await ada.open();
    await empty.ask('How many customers?');
    await bot.settled();
    await asRun(bot, chatSessionIdOf(empty.id), () => ({ run: aRun({ silent: 'unmet' }) }));
    expect(await listed(ada)).toMatchObject([{ title: 'Revenue by region', isBusy: false }]);
  });
});
