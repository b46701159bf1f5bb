import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCardSubmit } from '../../support/activities.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { messagesIn, submitsOf } from '../../support/shownTo.ts';

const bob = { id: '29:bob', name: 'Bob', aadObjectId: 'bob' };
const conversationType = 'channel';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess();
});
afterAll(() => bot.close());

let count = 0;
let place: string;
let answer: string;
beforeEach(async () => {
  place = `clicks-${++count}`;
  const shown = await aPersonAt(bot, place, { scene: 'channel' }).ask('List all orders');
  answer = (submitsOf(shown) as { answer?: string }[]).find((data) => data.answer)?.answer ?? '';
});

/** Clicks a button of the answer, and returns what is said then. */
async function click(value: { action: string }, from?: typeof bob): Promise<string | undefined> {
  const conversation = { id: place, conversationType, isGroup: true };
  const more = { scene: 'channel' as const, conversation, ...(from && { from }) };
  const before = messagesIn(bot.connector, place).length;
  await bot.post(aCardSubmit({ value: { ...value, answer }, ...more }));
  await bot.settled();
  return messagesIn(bot.connector, place)[before]?.text;
}

describe('a click on a button of an answer', () => {
  it.each([
    [{ action: 'rate', rating: 'POSITIVE' }],
    [{ action: 'comment', comment: 'Wrong region' }],
    [{ action: 'show' }],
    [{ action: 'export', table: 'a', format: 'csv' }],
    [{ action: 'page', table: 'a', from: 10 }],
    [{ action: 'again' }],
    [{ action: 'share' }],
  ])('by someone else does nothing, and says so: %j', async (value) => {
    const before = bot.genie.requests.length;
    const denied = 'Only the person who asked can do that, and only for a limited time.';
    expect(await click(value, bob)).toBe(denied);
    expect(bot.genie.requests).toHaveLength(before);
  });

  it('gets the same reply from the asker once the answer is gone', async () => {
    const [questionId = ''] = answer.split('.');
    await bot.storage.questions.delete(questionId);
    expect(await click({ action: 'show' })).toMatch(/Only the person who asked/);
  });
});

it('a download of a bot that no longer offers any is told to be missing', async () => {
  const value = { action: 'export', table: 'a', format: 'csv' };
  expect(await click(value)).toBe('Downloads are no longer available.');
});

it('a question whose words are nowhere to be found is not asked again', async () => {
  const [questionId = ''] = answer.split('.');
  const stored = await bot.storage.questions.get(questionId);
  if (stored === undefined) throw new Error('The question is not stored');
  const { text: _words, ...forgotten } = stored.value;
  await bot.storage.questions.replace(stored, forgotten);
  bot.genie.faults.next({ method: 'GET', path: /messages/ }, { status: 404, body: {} });
  const before = bot.genie.messages().length;
  expect(await click({ action: 'again' })).toMatch(/type it again/);
  expect(bot.genie.messages()).toHaveLength(before);
});
