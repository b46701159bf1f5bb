import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCardSubmit, aMessage, anInvoke } from '../../support/activities.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { messagesIn, readAloud, submitsOf } from '../../support/shownTo.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess();
});
afterAll(() => bot.close());

const asked = () => bot.genie.messages().length;
const saidIn = (place: string) => messagesIn(bot.connector, place).map(readAloud).join('\n');

describe('a message without a question', () => {
  it.each([
    ['a bare mention', { scene: 'channel', text: '' }, /How to ask/],
    ['white space', { scene: 'webchat', text: ' \n ' }, /How to ask/],
    [
      'a file',
      { scene: 'personal', text: '', attachments: [{ contentType: 'image/png', contentUrl: 'x' }] },
      /can’t read files/,
    ],
  ] as const)('%s gets help, and Genie is not asked', async (name, overrides, words) => {
    const before = asked();
    const { status } = await bot.post(
      aMessage({ ...overrides, conversation: { id: encodeURIComponent(name) } } as never),
    );
    expect(status).toBe(200);
    expect(saidIn(encodeURIComponent(name))).toMatch(words);
    expect(asked()).toBe(before);
  });

  it('a click on an unknown or outdated button is never taken for a question', async () => {
    const before = asked();
    const values = [{ action: 'drop' }, 'text', 7, { answer: 'x' }];
    for (const value of values) {
      await bot.post(aCardSubmit({ value, conversation: { id: 'old' } }));
    }
    expect(saidIn('old').match(/I don’t know this button/g)).toHaveLength(values.length);
    expect(asked()).toBe(before);
  });
});

it('an answer tells Teams that an AI wrote it', async () => {
  const answer = await aPersonAt(bot, 'label').ask('Revenue by region');
  expect(answer.entities?.[0]).toMatchObject({ additionalType: ['AIGeneratedContent'] });
});

describe('an edited message', () => {
  it('offers to ask the new version if it was a question, and asks nothing on its own', async () => {
    const ada = aPersonAt(bot, 'edit');
    const question = aMessage({ conversation: { id: 'edit' }, text: 'Revenue by region' });
    await bot.post(question);
    await bot.connector.waitFor(() => ada.answers()[0]);
    const before = asked();
    await bot.post({ ...question, type: 'messageUpdate', text: 'Revenue by month' });
    expect(ada.last()).toMatch(/Ask the new version, “Revenue by month”\?/);
    expect(JSON.stringify(submitsOf(ada.messages().at(-1) ?? question))).toContain(
      'Revenue by month',
    );
    expect(asked()).toBe(before);
  });

  it('is offered once for each text, however often and whenever it is delivered', async () => {
    const ada = aPersonAt(bot, 'edit-again');
    const question = aMessage({ conversation: { id: 'edit-again' }, text: 'Revenue by region' });
    await bot.post(question);
    await bot.connector.waitFor(() => ada.answers()[0]);
    const edit = (text: string, eventType?: string) =>
      bot.post({
        ...question,
        type: 'messageUpdate',
        text,
        channelData: { ...question.channelData, ...(eventType && { eventType }) },
      });
    const offers = () =>
      ada
        .messages()
        .map(readAloud)
        .flatMap((said) => /new version, “(.*?)”/.exec(said)?.[1] ?? []);
    await Promise.all([edit('Revenue by month'), edit('Revenue by month', 'editMessage')]);
    await edit('Revenue by month');
    expect(offers()).toEqual(['Revenue by month']);
    await edit('Revenue by year', 'editMessage');
    await edit('Revenue by month');
    await edit('  Revenue by year ');
    expect(offers()).toEqual(['Revenue by month', 'Revenue by year']);
    await edit('Revenue by region');
    await edit('Revenue by week', 'undeleteMessage');
    await edit('Revenue by week', 'softDeleteMessage');
    await bot.post({ ...question, type: 'messageDelete', text: 'Revenue by week' });
    expect(offers()).toEqual(['Revenue by month', 'Revenue by year']);
  });

  it('is offered by the redelivery if the channel took nothing from the first', async () => {
    const ada = aPersonAt(bot, 'edit-late');
    const question = aMessage({ conversation: { id: 'edit-late' }, text: 'Revenue by region' });
    await bot.post(question);
    await bot.connector.waitFor(() => ada.answers()[0]);
    const edit = { ...question, type: 'messageUpdate', text: 'Revenue by month' };
    bot.connector.faults.next({ path: 'edit-late', method: 'POST' }, { status: 502 });
    expect((await bot.post(edit)).status).toBe(500);
    expect((await bot.post(edit)).status).toBe(200);
    expect(ada.last()).toMatch(/“Revenue by month”/);
  });

  it('gets no reply if it was anything else', async () => {
    const edit = aMessage({ conversation: { id: 'edit-other' }, text: 'Reset' });
    expect((await bot.post({ ...edit, type: 'messageUpdate' })).status).toBe(200);
    expect(saidIn('edit-other')).toBe('');
  });
});

it.each(['messageReaction', 'messageDelete', 'typing', 'endOfConversation', 'event', 'trace'])(
  'a %s is accepted without a reply',
  async (type) => {
    const { text: _, ...activity } = aMessage({ conversation: { id: type } });
    expect((await bot.post({ ...activity, type, name: 'x' })).status).toBe(200);
    expect(saidIn(type)).toBe('');
  },
);

it.each(['task/fetch', 'adaptiveCard/action', 'composeExtension/query', 'signin/verifyState'])(
  'the unknown invoke %s gets 501',
  async (name) => {
    expect((await bot.post(anInvoke({ name, value: {} }))).status).toBe(501);
  },
);

it.each([
  {},
  { actionName: 'other' },
  { actionName: 'feedback', actionValue: { reaction: 'wow' } },
  { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{' } },
])('unreadable feedback is accepted with 200 and {}: %j', async (value) => {
  const reply = await bot.post(anInvoke({ name: 'message/submitAction', value }));
  expect(reply).toEqual({ status: 200, body: {} });
});
