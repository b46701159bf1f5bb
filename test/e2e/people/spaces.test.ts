import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud, submitsOf } from '../../support/shownTo.ts';

const sales = '01f1d3405a1e5b0c9a7e2f4c6d8e0a11';
const support = '01f1d3405a1e5b0c9a7e2f4c6d8e0a22';
const admin = { id: '29:admin', name: 'Grace', aadObjectId: 'AAD-Grace' };
const bob = { id: '29:bob', name: 'Bob', aadObjectId: 'b0b' };

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess({ env: { ADMIN_USERS: 'aad-grace, ada@example.com' } });
});
afterAll(() => bot.close());

const asked = (text: string) =>
  bot.genie.messages().findLast(({ content }) => content.endsWith(text));

describe('the spaces', () => {
  it('are shown with their descriptions, and the current one is marked', async () => {
    const read = readAloud(await aPersonAt(bot, 'shown').hear('spaces'));
    expect(read).toMatch(/Sales ✓\nOrders from a frozen/);
    expect(read).toMatch(/Customer Support\nSupport tickets/);
  });

  it('are chosen with a click, which starts a new conversation and says so', async () => {
    const ada = aPersonAt(bot, 'choose', { scene: 'webchat' });
    await ada.ask('Revenue by region, choose');
    await ada.click(await ada.hear('spaces'), { action: 'space', space: support });
    expect(ada.last()).toMatch(/“Customer Support”.*starts a new conversation/);
    expect(ada.last()).toContain('Who are my top performing agents?');
    await ada.ask('Who are my top performing agents?');
    expect(asked('performing agents?')?.spaceId).toBe(support);
    expect(asked('performing agents?')?.conversationId).not.toBe(asked('choose')?.conversationId);

    await ada.hear('reset');
    await ada.ask('How many tickets?');
    expect(asked('How many tickets?')?.spaceId).toBe(support);
    expect(readAloud(await ada.hear('spaces'))).toContain('Customer Support ✓');
  });

  it('are chosen for one person in one place', async () => {
    const ada = aPersonAt(bot, 'one;messageid=1', { scene: 'channel', from: bob });
    await ada.click(await ada.hear('spaces'), { action: 'space', space: support });
    const elsewhere = aPersonAt(bot, 'one;messageid=2', { scene: 'channel', from: bob });
    expect(readAloud(await elsewhere.hear('spaces'))).toContain('Sales ✓');
    const other = aPersonAt(bot, 'one;messageid=1', { scene: 'channel' });
    expect(readAloud(await other.hear('spaces'))).toContain('Sales ✓');
  });

  it('stay the same if the current one is chosen again: the conversation continues', async () => {
    const ada = aPersonAt(bot, 'same', { scene: 'webchat' });
    const spaces = await ada.hear('spaces');
    await ada.click(spaces, { action: 'space', space: support });
    await ada.ask('How many tickets, first?');
    await ada.click(spaces, { action: 'space', space: support });
    expect(ada.last()).toMatch(/already/);
    await ada.ask('How many tickets, second?');
    expect(asked('second?')?.conversationId).toBe(asked('tickets, first?')?.conversationId);
  });

  it('can’t be chosen if they aren’t on the list, whatever a client sends', async () => {
    const ada = aPersonAt(bot, 'forged', { scene: 'webchat' });
    const spaces = await ada.hear('spaces');
    const [button] = submitsOf(spaces) as { action: string; space: string }[];
    if (button) button.space = 'f'.repeat(32);
    await ada.click(spaces, { action: 'space' });
    expect(ada.last()).toMatch(/no longer available/);
  });
});

describe('a channel’s own space', () => {
  const at = (thread: string, from?: typeof bob) =>
    aPersonAt(bot, `19:channel;messageid=${thread}`, { scene: 'channel', ...(from && { from }) });

  it('is set by an admin, identified by object id or address, for all its threads', async () => {
    const grace = at('1', admin);
    await grace.click(await grace.hear('spaces'), { action: 'share-space', space: support });
    expect(grace.last()).toMatch(/New conversations in this channel/);
    await at('2', bob).ask('How many tickets, of Bob?');
    expect(asked('of Bob?')?.spaceId).toBe(support);
    const elsewhere = aPersonAt(bot, '19:other;messageid=1', { scene: 'channel', from: bob });
    expect(readAloud(await elsewhere.hear('spaces'))).toContain('Sales ✓');
  });

  it('gives way to a person’s own choice', async () => {
    const chooser = at('3', bob);
    await chooser.click(await chooser.hear('spaces'), { action: 'space', space: sales });
    await chooser.ask('Revenue by region, of Bob');
    expect(asked('of Bob')?.spaceId).toBe(sales);
  });

  it('is not offered to others, and can’t be set by a forged click', async () => {
    const stranger = { id: '29:eve', name: 'Eve', aadObjectId: 'eve' };
    const eve = aPersonAt(bot, 'eves', { scene: 'webchat', from: stranger });
    expect(JSON.stringify(await eve.hear('spaces'))).not.toContain('share-space');
    const message = await at('4', admin).hear('spaces');
    const web = { ...stranger, aadObjectId: 'aad-grace' };
    const forger = aPersonAt(bot, 'forger', { scene: 'webchat', from: web });
    await forger.click(message, { action: 'share-space', space: sales });
    expect(forger.last()).toMatch(/Only admins of this bot/);
  });
});

describe('the settings', () => {
  it('list the available spaces, the default one first', async () => {
    const few = await openInProcess({ env: { DATABRICKS_SPACE_ID: `${support}` } });
    const ada = aPersonAt(few, 'few');
    const read = readAloud(await ada.hear('spaces'));
    expect(read).toContain('Customer Support ✓');
    expect(read).not.toContain('Sales');
    await few.close();

    const both = await openInProcess({ env: { DATABRICKS_SPACE_ID: `${support}; ${sales}` } });
    expect(readAloud(await aPersonAt(both, 'both').hear('spaces'))).toMatch(
      /Customer Support ✓[\s\S]*Sales\n/,
    );
    await both.close();
  });

  it('provide sample questions for a space that has none of its own', async () => {
    const env = { SAMPLE_QUESTIONS: 'How is business?' };
    const closed = await openInProcess({ env });
    closed.genie.faults.next(
      { path: 'include_serialized_space' },
      { status: 403, body: { error_code: 'PERMISSION_DENIED', message: 'CAN EDIT' } },
    );
    expect(readAloud(await aPersonAt(closed, 'closed').hear('help'))).toContain('How is business?');
    await closed.close();
  });
});
