import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newNonce } from '../../../src/questions/ids.ts';
import { aChatVisitor, pageOn } from '../../support/aChatVisitor.ts';
import { forgetWordsOf } from '../../support/forgetWordsOf.ts';
import { manyChats } from '../../support/manyChats.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess({ env: pageOn });
});
afterAll(() => bot.close());

describe('the list of chats', () => {
  it('has those in which something was asked, the latest first, with title, space and time', async () => {
    const ada = aChatVisitor(bot);
    const first = await ada.open();
    await first.ask('Revenue by region');
    await first.ask('only the top 3');
    const second = await ada.open();
    await second.ask('How many customers?');
    await ada.open();
    const { status, body, headers } = await ada.get('chats');
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual({
      chats: [
        {
          id: second.id,
          title: 'How many customers?',
          spaceTitle: 'Sales',
          lastAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
          isBusy: false,
        },
        expect.objectContaining({ id: first.id, title: 'Revenue by region' }),
      ],
    });
  });

  it('is empty for who asked nothing, and never shows another’s', async () => {
    const ada = aChatVisitor(bot);
    await (await ada.open()).ask('Revenue by region');
    expect((await aChatVisitor(bot).get('chats')).body).toEqual({ chats: [] });
  });

  it('turns pages of 30, in one order, without leaving one out', async () => {
    const ada = aChatVisitor(bot);
    const ids = await manyChats(bot, ada, 33);
    const first = (await ada.get('chats')).body;
    const second = (await ada.get('chats', { after: first.next })).body;
    expect(first.chats).toHaveLength(30);
    expect(second.next).toBeUndefined();
    expect([...first.chats, ...second.chats].map(({ id }) => id).sort()).toEqual(ids.sort());
    const times = [...first.chats, ...second.chats].map(({ lastAt }) => lastAt);
    expect(times).toEqual(times.toSorted().reverse());
  });

  it.each([
    ['', 'nothing'],
    ['MTIz', 'a number'],
    [newNonce(), 'digits'],
    ['a'.repeat(5_000), 'a long word'],
    ['../..', 'a path'],
    ['e30', 'JSON'],
  ])('refuses what is no cursor: $1', async (after) => {
    const { status, body } = await aChatVisitor(bot).get('chats', { after });
    expect([status, body.error.code]).toEqual([400, 'bad-request']);
  });

  it('knows a question’s words from Genie once the row has forgotten them, and asks once', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by forgotten region');
    await forgetWordsOf(bot, chat.id);
    expect((await ada.get('chats')).body.chats[0].title).toBe('Revenue by forgotten region');
    bot.genie.faults.next({ method: 'GET', path: '/messages/' }, { status: 500 });
    expect((await ada.get('chats')).body.chats[0].title).toBe('Revenue by forgotten region');
    bot.genie.faults.clear();
  });

  it('says which chats are still being answered', async () => {
    const statuses = [
      { status: 'ASKING_AI', ms: 1_500 },
      { status: 'COMPLETED', ms: 0 },
    ];
    bot.genie.faults.script('slowly listed', { statuses });
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.write('Revenue by region, slowly listed');
    expect((await ada.get('chats')).body.chats[0].isBusy).toBe(true);
    await bot.connector.waitFor(() => chat.answers()[0]);
    await bot.settled();
    expect((await ada.get('chats')).body.chats[0].isBusy).toBe(false);
  });

  it('waits no longer than some seconds for a Genie that is silent', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by silent region');
    await forgetWordsOf(bot, chat.id);
    bot.genie.faults.next({ method: 'GET', path: '/messages/' }, { delay: 30_000 });
    const startedAt = performance.now();
    const { body } = await ada.get('chats');
    expect(performance.now() - startedAt).toBeLessThan(6_000);
    expect(body.chats[0].title).toMatch(/^Chat of/);
    bot.genie.faults.clear();
  }, 15_000);

  it('names a chat by its day if nobody knows its words, and lists the others all the same', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by unreadable region');
    await forgetWordsOf(bot, chat.id);
    const other = await ada.open();
    await other.ask('How many customers?');
    bot.genie.faults.next({ method: 'GET', path: '/messages/' }, { status: 500 });
    const { body } = await ada.get('chats');
    expect(body.chats.map(({ title }: { title: string }) => title)).toEqual([
      'How many customers?',
      expect.stringMatching(/^Chat of \w+ \d+, 20\d\d$/),
    ]);
  });
});
