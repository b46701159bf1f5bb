import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aChatVisitor, type ChatVisitor, pageOn } from '../../support/aChatVisitor.ts';
import { forgetWordsOf } from '../../support/forgetWordsOf.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';

let bot: InProcess;
let ada: ChatVisitor;
beforeAll(async () => {
  bot = await openInProcess({ env: pageOn });
});
beforeEach(() => {
  ada = aChatVisitor(bot);
});
afterAll(() => bot.close());

async function asked(...texts: string[]): Promise<string> {
  const chat = await ada.open();
  for (const text of texts) {
    await chat.hear(text);
    await bot.settled();
  }
  return chat.id;
}
const search = async (words: string) => (await ada.get('chats', { search: words })).body;
const found = async (words: string) =>
  (await search(words)).chats.map(({ id }: { id: string }) => id);

describe('searching one’s chats', () => {
  it.each([
    ['Umsatz in der Straße', 'STRASSE'],
    ['Umsatz in der STRASSE', 'straße'],
    ['Ventes par région', 'region'],
    ['Ventes par region', 'RÉGION'],
    ['Πωλήσεις ανά οδός', 'ΟΔΟΣ'],
    ['Выручка по регионам', 'ВЫРУЧКА'],
    ['İstanbul geliri', 'istanbul'],
    ['地域別の売上を教えて', '売上'],
    ['Ｒｅｖｅｎｕｅ by region', 'revenue'],
    ['מכירות לפי אזור', 'אזור'],
    ['Revenue by region last year', 'last revenue'],
    ['Revenue 100% by [region] (net)', '[REGION] 100%'],
  ])('finds “%s” by “%s”', async (text, words) => {
    const id = await asked(text);
    await asked('Something else');
    expect(await found(words)).toEqual([id]);
  });

  it('looks at every question, and at the name', async () => {
    const first = await asked('Revenue by region', 'and the customers?');
    const second = await asked('How many orders?');
    await ada.send('PATCH', `chats/${second}`, { title: 'Für Zoë' });
    expect(await found('customers')).toEqual([first]);
    expect(await found('zoe')).toEqual([second]);
    expect(await found('nothing like it')).toEqual([]);
    expect(await found('   ')).toHaveLength(2);
  });

  it('reads words that the rows have forgotten, with one call for a conversation', async () => {
    const id = await asked('Revenue by region', 'only the top 3', 'and the year before');
    await forgetWordsOf(bot, id);
    const before = bot.genie.requests.length;
    const { chats, isPartial } = await search('year before');
    expect(chats.map((chat: { id: string }) => chat.id)).toEqual([id]);
    expect(isPartial).toBeUndefined();
    const paths = bot.genie.requests.slice(before).map(({ path }) => path);
    expect(paths.filter((path) => /\/messages(\?|$)/.test(path))).toHaveLength(1);
    expect(paths.filter((path) => /\/messages\//.test(path))).toHaveLength(0);
  });

  it('says if it couldn’t look everywhere', async () => {
    const id = await asked('Revenue by region', 'only the top 3');
    const other = await asked('top customers');
    await forgetWordsOf(bot, id);
    bot.genie.faults.next({ method: 'GET', path: '/messages', times: 9 }, { status: 500 });
    const body = await search('top');
    bot.genie.faults.clear();
    expect(body.isPartial).toBe(true);
    expect(body.chats.map((chat: { id: string }) => chat.id)).toEqual([other]);
  });

  it('takes a question of any length, and looks for its first 200 characters', async () => {
    const id = await asked(`Revenue ${'x'.repeat(300)}`);
    expect(await found(`Revenue ${'x'.repeat(5_000)}`)).toEqual([id]);
  });

  it('finds nothing of anyone else’s', async () => {
    await asked('Revenue by secret region');
    expect((await aChatVisitor(bot).get('chats', { search: 'secret' })).body.chats).toEqual([]);
  });
});
