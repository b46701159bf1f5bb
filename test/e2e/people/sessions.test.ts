import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCardSubmit } from '../../support/activities.ts';
import { hasty, type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt, type Person } from '../../support/person.ts';
import { readAloud, submitsOf } from '../../support/shownTo.ts';

const hour = 3_600_000;
let ahead = 0;
const clock = { ...hasty, now: () => Date.now() + ahead };

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess({ clock });
});
afterAll(() => bot.close());

const conversationOf = (text: string) =>
  bot.genie.messages().findLast(({ content }) => content.endsWith(text))?.conversationId;

async function confirmDeletion(person: Person): Promise<void> {
  await person.click(await person.hear('logout and delete'), { action: 'delete-all' });
}

const bob = { id: '29:bob', name: 'Bob', aadObjectId: 'b0b' };

describe('a session', () => {
  it('is one person in one place: two people in a thread, and one of them elsewhere, are three', async () => {
    const thread = 'thread;messageid=1';
    const ada = aPersonAt(bot, thread, { scene: 'channel' });
    await ada.ask('Revenue by region, Ada');
    await aPersonAt(bot, thread, { scene: 'channel', from: bob }).ask('Revenue by region, Bob');
    await aPersonAt(bot, 'direct').ask('Revenue by region, direct');
    await aPersonAt(bot, 'thread;messageid=2', { scene: 'channel' }).ask('Revenue by region, two');
    await ada.ask('only the top 3, Ada');

    const all = ['Ada', 'Bob', 'direct', 'two'].map((who) =>
      conversationOf(`Revenue by region, ${who}`),
    );
    expect(new Set(all).size).toBe(4);
    expect(conversationOf('only the top 3, Ada')).toBe(all[0]);
  });

  it('answers into the thread that the question came from', async () => {
    const ada = aPersonAt(bot, 'thread;messageid=3', { scene: 'channel' });
    await ada.ask('How many orders are there?');
    expect(bot.connector.activities('thread')).toEqual([]);
    expect(ada.messages()).toHaveLength(1);
  });

  it('times out after four hours of inactivity, not before, and the next answer says so', async () => {
    const ada = aPersonAt(bot, 'idle');
    await ada.ask('Revenue by region, idle 1');
    ahead += 3.9 * hour;
    const second = await ada.ask('Revenue by region, idle 2');
    expect(conversationOf('idle 2')).toBe(conversationOf('idle 1'));
    expect(readAloud(second)).not.toMatch(/been a while/);
    ahead += 4.1 * hour;
    const third = await ada.ask('Revenue by region, idle 3');
    expect(conversationOf('idle 3')).not.toBe(conversationOf('idle 1'));
    expect(readAloud(third)).toMatch(/been a while/);
  });
});

describe('logout', () => {
  it('forgets the person and the conversation, and leaves the one in Genie alone', async () => {
    const place = 'logout';
    const ada = aPersonAt(bot, place, { scene: 'webchat' });
    await ada.hear('Ada Lovelace <ada@example.com>');
    await ada.ask('Revenue by region, logout 1');
    expect(readAloud(await ada.hear('logout'))).toMatch(/forgotten who you are/);

    expect(readAloud(await ada.hear('whoami'))).not.toContain('ada@example.com');
    expect(readAloud(await ada.hear('history'))).toMatch(/no conversations here yet/);
    await ada.ask('Revenue by region, logout 2');
    const before = conversationOf('logout 1');
    expect(before).toBeDefined();
    expect(conversationOf('logout 2')).not.toBe(before);
    expect(bot.genie.messages().map(({ content }) => content)).toContain(
      '[webchat, unverified] Revenue by region, logout 2',
    );
  });

  it('with “and delete” deletes all of the person’s conversations in Genie, and no one else’s', async () => {
    const ada = aPersonAt(bot, 'delete', { scene: 'channel' });
    const other = aPersonAt(bot, 'delete', { scene: 'channel', from: bob });
    await ada.ask('Revenue by region, delete 1');
    await ada.hear('logout');
    await ada.ask('Revenue by region, delete 2');
    await other.ask('Revenue by region, Bob keeps');
    await confirmDeletion(ada);
    expect(ada.last()).toMatch(/your 2 conversations/);
    expect(conversationOf('delete 1')).toBeUndefined();
    expect(conversationOf('delete 2')).toBeUndefined();
    expect(conversationOf('Bob keeps')).toBeDefined();
    await confirmDeletion(ada);
    expect(ada.last()).toMatch(/no conversations to delete/);
  });

  it('with “and delete” deletes nothing until its button is clicked', async () => {
    const ada = aPersonAt(bot, 'unconfirmed');
    await ada.ask('Revenue by region, unconfirmed');
    const asked = readAloud(await ada.hear('Logout and delete.'));
    expect(asked).toContain('Delete all your conversations here, and log out?');
    expect(asked).toContain('Delete and log out');
    expect(conversationOf('unconfirmed')).toBeDefined();
    expect(readAloud(await ada.hear('history'))).toContain('Revenue by region, unconfirmed');
  });

  it('with “and delete” isn’t confirmed by others who see the button', async () => {
    const ada = aPersonAt(bot, 'foreign', { scene: 'channel' });
    const other = aPersonAt(bot, 'foreign', { scene: 'channel', from: bob });
    await ada.ask('Revenue by region, foreign 1');
    await other.ask('Revenue by region, foreign 2');
    const button = await ada.hear('logout and delete');
    await other.click(button, { action: 'delete-all' });
    expect(other.last()).toMatch(/Only the person who asked/);
    expect(conversationOf('foreign 1')).toBeDefined();
    expect(conversationOf('foreign 2')).toBeDefined();
  });

  it('with “and delete” happens once, though the click is delivered again', async () => {
    const ada = aPersonAt(bot, 'click-again');
    await ada.ask('Revenue by region, click again');
    const button = await ada.hear('logout and delete');
    const [value] = submitsOf(button);
    const click = aCardSubmit({
      value,
      conversation: { id: 'click-again', conversationType: 'personal' },
    });
    await bot.post(click);
    const before = ada.messages().length;
    await ada.ask('Revenue by region, click later');
    await bot.post(click);
    expect(ada.messages()).toHaveLength(before + 1);
    expect(conversationOf('click later')).toBeDefined();
  });

  it('with “and delete” isn’t confirmed by a button that was used, or that is old', async () => {
    const ada = aPersonAt(bot, 'old-button');
    const used = await ada.hear('logout and delete');
    await ada.click(used, { action: 'delete-all' });
    await ada.ask('Revenue by region, old button');
    await ada.click(used, { action: 'delete-all' });
    expect(ada.last()).toMatch(/only for a limited time/);
    const old = await ada.hear('logout and delete');
    ahead += 11 * 60_000;
    await ada.click(old, { action: 'delete-all' });
    expect(ada.last()).toMatch(/only for a limited time/);
    expect(conversationOf('old button')).toBeDefined();
  });

  it('says so if Genie fails to delete, and can be tried again', async () => {
    const ada = aPersonAt(bot, 'delete-fails');
    await ada.ask('Revenue by region, stays');
    bot.genie.faults.next({ method: 'DELETE', times: 20 }, { status: 403, body: {} });
    await confirmDeletion(ada);
    expect(ada.last()).toMatch(/didn’t work.*Error ID/);
    expect(readAloud(await ada.hear('history'))).toContain('Revenue by region, stays');
  });
});

describe('ask again', () => {
  it('asks the same question again in the same conversation, even after a reset', async () => {
    const ada = aPersonAt(bot, 'again', { scene: 'webchat' });
    const answer = await ada.ask('Revenue by region, again');
    await ada.hear('reset');
    await ada.click(answer, { action: 'again' });
    await bot.connector.waitFor(() => ada.answers()[1]);
    const asked = bot.genie.messages().filter(({ content }) => content.endsWith('region, again'));
    expect(asked).toHaveLength(2);
    expect(asked[1]?.conversationId).toBe(asked[0]?.conversationId);
  });

  it('works only for the asker', async () => {
    const ada = aPersonAt(bot, 'again-others', { scene: 'channel' });
    const answer = await ada.ask('Revenue by region, mine');
    await aPersonAt(bot, 'again-others', { scene: 'channel', from: bob }).click(answer, {
      action: 'again',
    });
    expect(ada.last()).toMatch(/Only the person who asked/);
    expect(bot.genie.messages().filter(({ content }) => content.endsWith('mine'))).toHaveLength(1);
  });
});
