import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud, submitsOf } from '../../support/shownTo.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess();
});
afterAll(() => bot.close());

const bob = { id: '29:bob', name: 'Bob', aadObjectId: 'b0b' };
const conversationOf = (text: string) =>
  bot.genie.messages().findLast(({ content }) => content.endsWith(text))?.conversationId;

/** The data of the buttons in the order in which they stand on the card. */
const buttons = (message: Parameters<typeof submitsOf>[0]) =>
  submitsOf(message) as { action: string; answer: string }[];

describe.each(['personal', 'webchat'] as const)('the history in %s', (scene) => {
  it('shows the person’s conversations, newest first, with title, space, time and number of questions', async () => {
    const ada = aPersonAt(bot, `shows-${scene}`, { scene });
    await ada.ask('Revenue by region');
    await ada.ask('only the top 3');
    await ada.hear('reset');
    await ada.ask('How many customers?');
    const read = readAloud(await ada.hear('history'));
    expect(read).toMatch(
      /How many customers\?\nSales · \d.*20\d\d, \d\d:\d\d.* · 1 question · current/,
    );
    expect(read).toMatch(/Revenue by region\nSales · .* · 2 questions\n/);
    expect(read.indexOf('How many')).toBeLessThan(read.indexOf('Revenue by region'));
    expect(read).not.toContain('only the top 3');
    expect(read).not.toContain('@');
  });

  it('continues a conversation when “Continue” is clicked', async () => {
    const ada = aPersonAt(bot, `continue-${scene}`, { scene });
    await ada.ask(`Revenue by region, ${scene}`);
    await ada.hear('reset');
    await ada.ask('How many customers?');
    const history = await ada.hear('history');
    await ada.click(history, { action: 'continue' });
    expect(ada.last()).toMatch(/Continuing “Revenue by region/);
    await ada.ask(`only the top 3, ${scene}`);
    expect(conversationOf(`only the top 3, ${scene}`)).toBe(
      conversationOf(`Revenue by region, ${scene}`),
    );
  });

  it('deletes a conversation, in Genie too, and no longer shows it', async () => {
    const ada = aPersonAt(bot, `delete-${scene}`, { scene });
    await ada.ask(`Revenue by region to delete, ${scene}`);
    const history = await ada.hear('history');
    await ada.click(history, { action: 'delete' });
    expect(ada.last()).toMatch(/Deleted “.*” from Genie/);
    // Teams can update the card that was clicked.
    expect(ada.messages().includes(history)).toBe(scene === 'webchat');
    expect(conversationOf(`to delete, ${scene}`)).toBeUndefined();
    expect(readAloud(await ada.hear('history'))).toMatch(/no conversations here yet/);
    const next = await ada.ask(`Revenue by month, ${scene}`);
    expect(readAloud(next)).not.toMatch(/no longer has/);
    await ada.click(history, { action: 'delete' });
    expect(ada.last()).toMatch(/no longer exists/);
  });
});

describe('a person’s history', () => {
  it('can’t be seen, continued or deleted by someone else in the same place', async () => {
    const ada = aPersonAt(bot, 'others', { scene: 'channel' });
    const other = aPersonAt(bot, 'others', { scene: 'channel', from: bob });
    await ada.ask('Revenue by region of Ada');
    const history = await ada.hear('history');
    expect(readAloud(await other.hear('history'))).toMatch(/no conversations here yet/);
    await ada.hear('reset');
    const again = await ada.hear('history');
    for (const action of ['continue', 'delete']) {
      const message = action === 'continue' ? again : history;
      await other.click(message, { action });
      expect(other.last()).toMatch(/someone else/);
    }
    expect(conversationOf('of Ada')).toBeDefined();
  });

  it('refers to conversations by keys that mean nothing outside the bot', async () => {
    const ada = aPersonAt(bot, 'opaque');
    await ada.ask('Revenue by region, opaque');
    const { conversationId, spaceId } = bot.genie.messages().at(-1) ?? {};
    const data = JSON.stringify(buttons(await ada.hear('history')));
    expect(data).not.toContain(conversationId);
    expect(data).not.toContain(spaceId);
  });

  it('can’t lose a conversation in which Genie is still answering', async () => {
    const statuses = [
      { status: 'ASKING_AI', ms: 1_500 },
      { status: 'COMPLETED', ms: 0 },
    ];
    bot.genie.faults.script('busily', { statuses });
    const ada = aPersonAt(bot, 'busy', { scene: 'webchat' });
    await ada.ask('Revenue by region, busy');
    const history = await ada.hear('history');
    await ada.write('Revenue by month, busily');
    await ada.click(history, { action: 'delete' });
    expect(ada.last()).toMatch(/still answering/);
    await bot.connector.waitFor(() => ada.answers()[1]);
  });
});
