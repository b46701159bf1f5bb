import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aChatVisitor, type ChatVisitor, pageOn } from '../../support/aChatVisitor.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { readAloud, submitsOf } from '../../support/shownTo.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess({ env: pageOn });
});
afterAll(() => bot.close());

const find = (text: string) =>
  bot.genie.messages().findLast(({ content }) => content.endsWith(text));

/** Two chats, each with one question. */
async function twoChats(words: string) {
  const ada = aChatVisitor(bot);
  const first = await ada.open();
  await first.ask(`Revenue by region, ${words}`);
  const second = await ada.open();
  await second.ask(`How many customers, ${words}?`);
  return { ada, first, second };
}

const count = async (ada: ChatVisitor) => (await ada.get('chats')).body.chats.length;

describe('what is typed in one chat', () => {
  it('shows the history of all of them, but not of the deleted ones', async () => {
    const { ada, first, second } = await twoChats('history');
    const read = readAloud(await second.hear('history'));
    expect(read).toMatch(/How many customers, history\?\n.* · current/);
    expect(read).toContain('Revenue by region, history');
    await ada.send('DELETE', `chats/${first.id}`);
    expect(readAloud(await second.hear('history'))).not.toContain('Revenue by region');
  });

  it('continues a conversation of another', async () => {
    const { second } = await twoChats('continue');
    const history = await second.hear('history');
    await second.click(history, { action: 'continue' });
    expect(second.last()).toMatch(/Continuing “Revenue by region, continue”/);
    await second.ask('only the top 3, continue');
    expect(find('top 3, continue')?.conversationId).toBe(
      find('by region, continue')?.conversationId,
    );
    // It is one conversation, had in two chats.
    const keys = submitsOf(await second.hear('history')).filter(
      (submit) => (submit as { action?: string }).action === 'delete',
    );
    expect(keys).toHaveLength(2);
  });

  it('deletes a conversation of another, whose chat is then empty', async () => {
    const { ada, first, second } = await twoChats('delete');
    const history = await second.hear('history');
    const [, older] = submitsOf(history).filter(
      (submit) => (submit as { action?: string }).action === 'delete',
    ) as { answer: string }[];
    await second.click(history, { action: 'delete', answer: older?.answer });
    expect(second.last()).toMatch(/Deleted “Revenue by region, delete”/);
    expect(find('by region, delete')).toBeUndefined();
    expect((await ada.get('chats')).body.chats.map(({ id }: { id: string }) => id)).toEqual([
      second.id,
    ]);
    expect((await ada.get(`chats/${first.id}`)).body.turns).toEqual([]);
  });

  it('can’t reach what another visitor asked', async () => {
    const { second } = await twoChats('others');
    const history = await second.hear('history');
    const eve = await aChatVisitor(bot).open();
    expect(readAloud(await eve.hear('history'))).toMatch(/no conversations here yet/);
    const stolen = submitsOf(history) as { action: string; answer: string }[];
    for (const data of stolen.filter(
      ({ action }) => action === 'delete' || action === 'continue',
    )) {
      await eve.click(history, data);
      expect(eve.last()).toMatch(/someone else/);
    }
    expect(find('by region, others')).toBeDefined();
  });

  it('logs out of all of them: the list is empty, and what is asked next is listed again', async () => {
    const { ada, first, second } = await twoChats('logout');
    await ada.send('PATCH', `chats/${first.id}`, { title: 'My name for it' });
    await second.hear('logout');
    expect(await count(ada)).toBe(0);
    expect((await ada.get('chats', { search: 'name' })).body.chats).toEqual([]);
    expect((await ada.get(`chats/${first.id}`)).body.turns).toEqual([]);
    expect((await bot.storage.chats.get(first.id))?.value.title).toBeUndefined();
    expect(find('by region, logout')).toBeDefined();
    await first.ask('How many orders after logout?');
    const { body } = await ada.get('chats');
    expect(body.chats.map(({ title }: { title: string }) => title)).toEqual([
      'How many orders after logout?',
    ]);
    expect(readAloud(await second.hear('history'))).not.toContain('Revenue by region');
    await first.hear('show');
    expect(first.last()).toContain('How many orders after logout?');
  });

  it('deletes the conversations of all of them with “logout and delete”', async () => {
    const { ada, second } = await twoChats('all');
    const card = await second.hear('logout and delete');
    await second.click(card, { action: 'delete-all' });
    expect(second.last()).toMatch(/2/);
    expect(find('by region, all')).toBeUndefined();
    expect(find('customers, all?')).toBeUndefined();
    expect(await count(ada)).toBe(0);
  });
});
