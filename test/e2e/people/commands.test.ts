import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud } from '../../support/shownTo.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess();
});
afterAll(() => bot.close());

const contents = () => bot.genie.messages().map(({ content }) => content);

describe('a command', () => {
  it.each([
    ['Help!', 'personal', /How to ask/],
    ['/HELP', 'webchat', /How to ask/],
    ['INFO.', 'channel', /Answers come from/],
    ['who am I?', 'group', /Ada Lovelace/],
    ['Spaces', 'channel', /Customer Support/],
    ['history', 'webchat', /no conversations here yet/],
    ['sql', 'personal', /haven’t had an answer/],
    ['feedback', 'personal', /haven’t had an answer/],
    ['cancel', 'personal', /nothing to cancel/],
    ['email', 'webchat', /What’s your email address/],
    ['email', 'personal', /ada@example\.com/],
    ['RESET.', 'personal', /new conversation/],
    ['log out', 'webchat', /forgotten who you are/],
  ] as const)('%j is recognized in %s, and Genie is not asked', async (text, scene, words) => {
    const person = aPersonAt(bot, encodeURIComponent(`command-${text}-${scene}`), { scene });
    expect(readAloud(await person.hear(text))).toMatch(words);
    expect(contents()).toEqual([]);
  });
});

describe('a text that is no command', () => {
  it.each([
    'Reset rate by month',
    'help desk tickets per agent',
    'logout events yesterday',
    'messages per day',
    'new customers this month',
    'How many orders had “K&B” – 100 % – in Ünna?',
  ])('%j is asked as a question, with its case and characters unchanged', async (text) => {
    const person = aPersonAt(bot, encodeURIComponent(text), { scene: 'channel' });
    await person.write(text);
    await bot.connector.waitFor(() => contents().includes(`[ada@example.com] ${text}`));
  });
});

describe('a word that is nearly a command', () => {
  it('makes the bot ask whether the command was meant, and Genie is not asked', async () => {
    const person = aPersonAt(bot, 'nearly');
    const asked = contents().length;
    expect(readAloud(await person.hear('halp'))).toMatch(/Did you mean “help”/);
    expect(contents()).toHaveLength(asked);
  });

  it('is asked as a question after all with one click', async () => {
    const person = aPersonAt(bot, 'nearly-rest', { scene: 'webchat' });
    const reply = await person.hear('rest');
    await person.click(reply, { action: 'ask' });
    await bot.connector.waitFor(() => contents().includes('[webchat, unverified] rest'));
  });
});

describe('the SQL of the last answer', () => {
  it('is shown to the asker, and to no one else in the same place', async () => {
    const ada = aPersonAt(bot, 'sql', { scene: 'webchat' });
    const bob = aPersonAt(bot, 'sql', { scene: 'webchat', from: { id: 'dl_bob', name: 'Bob' } });
    await ada.ask('Revenue by region');
    expect(readAloud(await ada.hear('sql'))).toMatch(/SELECT .*GROUP BY/s);
    expect(readAloud(await bob.hear('sql'))).toMatch(/haven’t had an answer/);
  });
});
