import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../../local/chat/activity.ts';
import { aCardSubmit } from '../../support/activities.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud, submitsOf } from '../../support/shownTo.ts';

// A click comes with the id of the message that its button is in, as the person's client says it.

const bob = { id: '29:bob', name: 'Bob', aadObjectId: 'bob' };

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess();
});
afterAll(() => bot.close());

const idOf = (place: string, message: Activity) =>
  bot.connector.activities(place).find(({ activity }) => activity === message)?.id ?? 'none';
const shownAs = (place: string, id: string) => {
  const shown = bot.connector.activities(place).find((each) => each.id === id);
  return shown && readAloud(shown.activity);
};
const submitOf = (message: Activity, action: string) =>
  submitsOf(message).find((data) => (data as { action: string }).action === action);

describe('in a group, a person’s click', () => {
  const place = 'group';
  const at = { scene: 'group', conversation: groupOf(place), from: bob } as const;
  const ada = () => aPersonAt(bot, place, { scene: 'group' });
  const bobThere = () => aPersonAt(bot, place, { scene: 'group', from: bob });

  it.each([
    ['turns no page in another’s answer', 'List all orders', 'page'],
    ['rates nothing in another’s answer', 'feedback', 'rate'],
    ['deletes nothing in another’s answer', 'history', 'delete'],
  ])('%s', async (_what, text, action) => {
    const theirs = await ada().ask('Revenue by region');
    const before = readAloud(theirs);
    await bobThere().ask('List all orders');
    const card =
      text === 'List all orders' ? await bobThere().ask(text) : await bobThere().hear(text);
    const count = bot.connector.activities(place).length;
    const value = submitOf(card, action);
    expect(value).toBeDefined();
    const replyToId = idOf(place, theirs);
    expect((await bot.post(aCardSubmit({ ...at, value, replyToId }))).status).toBe(200);
    expect(shownAs(place, replyToId)).toBe(before);
    expect(bot.connector.activities(place)).toHaveLength(count + 1);
  });

  it('still turns the pages of their own answer in place', async () => {
    const answer = await bobThere().ask('List all orders');
    const count = bot.connector.activities(place).length;
    const id = idOf(place, answer);
    const before = readAloud(answer);
    await bobThere().click(answer, { action: 'page' });
    expect(shownAs(place, id)).not.toBe(before);
    expect(bot.connector.activities(place)).toHaveLength(count);
  });
});

it('in a personal chat, a rating and the history still change in place', async () => {
  const ada = aPersonAt(bot, 'alone');
  await ada.ask('Revenue by region');
  for (const [text, data] of [
    ['feedback', { action: 'rate', rating: 'POSITIVE' }],
    ['history', { action: 'delete' }],
  ] as const) {
    const card = await ada.hear(text);
    const id = idOf('alone', card);
    const before = readAloud(card);
    await ada.click(card, data);
    expect(shownAs('alone', id)).not.toBe(before);
  }
});

function groupOf(id: string) {
  return { id, conversationType: 'groupChat', isGroup: true };
}
