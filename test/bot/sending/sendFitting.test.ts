import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../local/chat/activity.ts';
import { aCardSubmit, aMessage } from '../../support/activities.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { messagesIn, readAloud, submitsOf } from '../../support/shownTo.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess();
});
afterAll(() => bot.close());

let count = 0;
let place: string;
let answer: Activity;
beforeEach(async () => {
  place = `place-${++count}`;
  answer = await aPersonAt(bot, place).ask('List all orders');
});

interface Submit {
  action: string;
  answer: string;
}
const submit = (action: string) =>
  (submitsOf(answer) as Submit[]).find((data) => data.action === action);
const clickOn = (value: unknown) => {
  const shown = bot.connector.activities(place).find(({ activity }) => activity === answer);
  const clicked = shown ? { replyToId: shown.id } : {};
  return aCardSubmit({ conversation: { id: place }, value, ...clicked });
};

/** Wishes whose messages can be as large as the answer was. */
const wishes: [string, () => Activity][] = [
  ['another page', () => clickOn(submit('page'))],
  ['the answer once more', () => clickOn({ action: 'show', answer: submit('page')?.answer })],
  ['the answer as a table', () => aMessage({ conversation: { id: place }, text: 'as table' })],
];

const isCard = ({ attachments = [] }: Activity) => attachments.length > 0;
const meet = (times: number, status: number) => {
  for (let time = 0; time < times; time++) {
    bot.connector.faults.next({ path: place, activity: isCard }, { status });
  }
};
const sizes = (from: number) =>
  bot.connector.requests
    .slice(from)
    .filter(({ body }) => body !== undefined && isCard(body as Activity))
    .map(({ body, status }) => ({ status, size: JSON.stringify(body).length }));

describe.each(wishes)('%s', (_what, wish) => {
  it('is sent smaller if the channel finds it too large', async () => {
    const before = bot.connector.requests.length;
    meet(3, 413);
    expect((await bot.post(wish())).status).toBe(200);
    const sent = sizes(before);
    expect(sent.map(({ status }) => status === 413)).toEqual([true, true, true, false]);
    expect(sent.at(-1)?.size).toBeLessThan(sent[0]?.size ?? 0);
  });

  it('is shown as text if it never gets small enough', async () => {
    meet(4, 413);
    expect((await bot.post(wish())).status).toBe(200);
    const last = messagesIn(bot.connector, place).findLast(({ text }) => text !== undefined);
    expect(last && readAloud(last)).toMatch(/didn’t accept the card/);
  });

  it('is shown as text if the channel refuses every card', async () => {
    meet(2, 400);
    expect((await bot.post(wish())).status).toBe(200);
    const last = messagesIn(bot.connector, place).findLast(({ text }) => text !== undefined);
    expect(last && readAloud(last)).toMatch(/didn’t accept the card/);
  });
});

it('does not bother a person who has blocked the bot, and nothing is redelivered', async () => {
  const body = { error: { code: 'ConversationBlockedByUser' } };
  bot.connector.faults.next({ path: place, method: 'POST' }, { status: 403, body }, 2);
  const before = bot.connector.requests.length;
  const { status } = await bot.post(aMessage({ conversation: { id: place }, text: 'help' }));
  expect(status).toBe(200);
  expect(bot.connector.requests.slice(before)).toHaveLength(2);
  expect(bot.log.at(-1)).toMatchObject({ event: 'request.untold' });
});
