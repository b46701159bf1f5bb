import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../local/chat/activity.ts';
import { aCardSubmit } from '../support/activities.ts';
import { type InProcess, openInProcess } from '../support/openInProcess.ts';
import { aPersonAt, type Person } from '../support/person.ts';
import { readAloud, submitsOf } from '../support/shownTo.ts';

let bot: InProcess;
afterAll(() => bot.close());

/** The order ids that a message shows. */
const ordersIn = (message: Activity) => readAloud(message).match(/^\d{8}$/gm) ?? [];

const pageFrom = (from: number) => ({ action: 'page', from });

describe('the pages of a table in Teams', () => {
  let ada: Person;
  let answer: () => Activity;
  beforeAll(async () => {
    bot = await openInProcess();
    ada = aPersonAt(bot, 'orders');
    await ada.ask('list all orders');
    answer = () => ada.answers()[0] ?? { type: 'gone' };
  });

  /** Clicks a button, even if the card doesn’t have it. */
  async function turnTo(change: { from?: number; table?: string }) {
    const value = submitsOf(answer()).find((data) => Object(data).action === 'page');
    const forged = { ...Object(value), ...change };
    await bot.post(aCardSubmit({ value: forged, conversation: { id: 'orders' } }));
  }

  it('turn inside the card, forward and back, and say how many rows there are', async () => {
    const first = ordersIn(answer());
    expect(first).toHaveLength(10);

    await ada.click(answer(), pageFrom(10));
    const second = ordersIn(answer());
    expect(readAloud(answer())).toMatch(/Rows 11–20 of 9,\d{3}/);
    expect(new Set([...first, ...second]).size).toBe(20);

    await ada.click(answer(), pageFrom(20));
    await ada.click(answer(), pageFrom(10));
    await ada.click(answer(), pageFrom(0));
    expect(ordersIn(answer())).toEqual(first);
    expect(ada.messages()).toHaveLength(1);
  });

  it('end with the last rows, which are fewer', async () => {
    await turnTo({ from: 4995 });
    expect(ordersIn(answer())).toHaveLength(5);
    expect(readAloud(answer())).toMatch(/Rows 4,996–5,000 of 9,\d{3}/);
    expect(readAloud(answer())).not.toContain('More rows');
    await turnTo({ from: 0 });
  });

  it('turn without asking Genie again', () => {
    expect(bot.genie.messages()).toHaveLength(1);
  });

  it('turn only for the asker', async () => {
    const grace = aPersonAt(bot, 'orders', { from: { id: '29:grace' } });
    const before = readAloud(answer());
    await grace.click(answer(), pageFrom(10));
    expect(readAloud(answer())).toBe(before);
    expect(ada.last()).toMatch(/Only the person who asked/);
  });

  it('don’t turn beyond the last row that Genie returned, and the bot says so', async () => {
    await turnTo({ from: 5000 });
    expect(ada.last()).toBe('Genie returned no more rows than these.');
  });

  it('don’t turn if the table doesn’t exist', async () => {
    await turnTo({ table: 'x' });
    expect(ada.last()).toBe('There are no more rows.');
  });

  it('don’t turn while the rows can’t be loaded, and the bot says so', async () => {
    bot.genie.faults.next({ path: 'query-result' }, { status: 403, body: {} });
    await turnTo({ from: 10 });
    expect(ada.last()).toMatch(/^The rows couldn’t be loaded\. This bot doesn’t have access/);
  });
});

describe('the pages of a table in Web Chat, which can’t update messages,', () => {
  let person: Person;
  beforeAll(async () => {
    await bot.close();
    bot = await openInProcess({ connector: { channel: 'webchat' } });
    person = aPersonAt(bot, 'orders', { channelId: 'webchat' });
  });

  it('are messages of their own, each with a button for the next', async () => {
    const answer = await person.ask('list all orders');
    await person.click(answer, pageFrom(10));
    const [, second = answer] = person.messages();
    expect(readAloud(second)).toMatch(/Rows 11–20 of 9,\d{3}/);
    await person.click(second, pageFrom(20));
    const [, , third = answer] = person.messages();
    const seen = [answer, second, third].flatMap(ordersIn);
    expect(new Set(seen).size).toBe(30);
    expect(person.answers()).toEqual([answer]);
  });
});
