import { afterEach, describe, expect, it } from 'vitest';
import { aMessage } from '../../support/activities.ts';
import { aTeamsPerson } from '../../support/aTeamsPerson.ts';
import { createMovableClock, type MovableClock } from '../../support/movableClock.ts';
import {
  type AsPerson,
  type AsPersonOptions,
  ada,
  erik,
  grace,
  openAsPerson,
} from '../../support/openAsPerson.ts';
import { answersIn, messagesIn, readAloud } from '../../support/shownTo.ts';

const minute = 60_000;
const places = {
  channel: '19:sales@thread.tacv2;messageid=1',
  group: '19:team@thread.v2',
} as const;

let bot: AsPerson;
let clock: MovableClock;
async function open(options: AsPersonOptions = {}) {
  clock = createMovableClock();
  bot = await openAsPerson({ hasBotToken: true, clock, ...options });
}
afterEach(async () => {
  await bot.settled();
  expect(bot.callersOf(/./)).not.toContain('the bot');
  expect(bot.secretsInLog()).toEqual([]);
  await bot.close();
});

const asked = () => bot.genie.messages().map(({ content }) => content);
const saidIn = (place: string) => messagesIn(bot.connector, place).map(readAloud);
const answerIn = (place: string, count = 1) =>
  bot.connector.waitFor(() => answersIn(bot.connector, place)[count - 1]);
/** One person, in a shared place and in their own chat. */
function both(account: typeof ada, scene: 'channel' | 'group') {
  const here = aTeamsPerson(bot, account, { scene, place: places[scene] });
  return { here, own: aTeamsPerson(bot, account), place: places[scene] };
}

describe.each(['channel', 'group'] as const)('in a %s', (scene) => {
  it('one with a token gets one line there, and the answer in their own chat', async () => {
    await open();
    const { here, own, place } = both(ada, scene);
    await own.signIn();
    const before = own.messages().length;
    await here.write('Total revenue by region');
    expect(readAloud(await answerIn(own.place))).toMatch(/Asia/);
    await bot.settled();
    expect(saidIn(place)).toEqual([expect.stringMatching(/our chat/)]);
    expect(own.messages()).toHaveLength(before + 1);
    expect(own.cards()).toEqual([]);
  });

  it('one without a token is told there to sign in, and does so in their own chat, where the answer comes', async () => {
    await open();
    const { here, own, place } = both(ada, scene);
    await here.write('Total revenue by region');
    const card = await own.card();
    expect(card.text).toContain('Total revenue by region');
    expect(saidIn(place)).toEqual([expect.stringMatching(/sign in/i)]);
    expect(saidIn(place).join()).not.toContain('Total revenue');
    expect(JSON.stringify(messagesIn(bot.connector, place))).not.toMatch(/card\.oauth|signin\?/);
    await own.exchange();
    await answerIn(own.place);
    await bot.settled();
    expect(asked()).toEqual(['Total revenue by region']);
    expect(saidIn(place)).toHaveLength(1);
    expect(answersIn(bot.connector, place)).toEqual([]);
  });

  it('one whose own chat can’t be opened is told how, and the question waits', async () => {
    await open();
    const { here, own, place } = both(ada, scene);
    bot.connector.faults.next(
      { method: 'POST', path: /^\/v3\/conversations$/ },
      { status: 403, body: { error: { code: 'BotNotInConversationRoster', message: 'no' } } },
      50,
    );
    await here.write('Total revenue by region');
    await bot.connector.waitFor(() => saidIn(place).length > 0);
    expect(saidIn(place)).toEqual([expect.stringMatching(/Open a chat with me.*sign in/)]);
    await own.write('sign in');
    await own.card();
    await own.exchange();
    await answerIn(own.place);
    expect(asked()).toEqual(['Total revenue by region']);
  });

  it('“open” answers there, with a sign-in in the own chat first', async () => {
    await open({ env: { CHANNEL_ANSWERS: 'open' } });
    const { here, own, place } = both(erik, scene);
    await here.write('Total revenue by region');
    await own.card();
    expect(JSON.stringify(messagesIn(bot.connector, place))).not.toMatch(/card\.oauth|signin\?/);
    await own.exchange(erik);
    expect(readAloud(await answerIn(place))).not.toMatch(/Asia/);
    expect(answersIn(bot.connector, own.place)).toEqual([]);
    await here.write('Total revenue by product');
    await answerIn(place, 2);
    expect(own.cards()).toHaveLength(1);
  });

  it('“open” says that the answer comes there, and ends a replaced card where it is', async () => {
    await open({ env: { CHANNEL_ANSWERS: 'open' } });
    const { here, own, place } = both(ada, scene);
    await here.write('Total revenue by region');
    await bot.settled();
    await here.write('Total revenue by category');
    await bot.settled();
    expect(saidIn(place)).toEqual([
      expect.stringMatching(/answer here/),
      expect.stringMatching(/answer here/),
    ]);
    expect(readAloud(own.messages()[0] ?? { type: 'message' })).toMatch(/newer question/);
    expect(own.cards()).toHaveLength(1);
  });

  it('the asker alone shares it', async () => {
    await open();
    const { here, own, place } = both(ada, scene);
    const other = both(erik, scene);
    await Promise.all([own.signIn(), other.own.signIn()]);
    await here.write('Total revenue by region');
    const answer = await answerIn(own.place);
    await bot.settled();
    expect(JSON.stringify(answer)).toMatch(
      scene === 'channel' ? /Share in the/ : /Share in the chat/,
    );
    await own.click(answer, { action: 'share' });
    expect(saidIn(place)).toHaveLength(2);
    expect(saidIn(place)[1]).toMatch(/Asia/);
    await own.click(answer, { action: 'share' });
    expect(own.last()).toMatch(/Already shared/);
    expect(saidIn(place)).toHaveLength(2);
  });

  it('sharing after a sign-out says to sign in, and posts nothing', async () => {
    await open();
    const { here, own, place } = both(ada, scene);
    await own.signIn();
    await here.write('Total revenue by region');
    const answer = await answerIn(own.place);
    await own.hear('logout');
    await own.click(answer, { action: 'share' });
    expect(saidIn(place)).toHaveLength(1);
    expect(own.last()).toMatch(/sign in/i);
  });
});

describe('in one thread', () => {
  it('three people, each with their own rights, get their own answers in their own chats', async () => {
    await open();
    const people = [ada, erik, grace].map((account) => both(account, 'channel'));
    await people[0]?.own.signIn();
    await Promise.all(people.map(({ here }) => here.write('Total revenue by region')));
    for (const { own } of people.slice(1)) await own.card();
    await Promise.all(people.slice(1).map(({ own }) => own.exchange()));
    const texts = await Promise.all(
      people.map(async ({ own }) => readAloud(await answerIn(own.place))),
    );
    expect(texts.map((text) => /Europe/.test(text))).toEqual([true, true, false]);
    expect(texts.map((text) => /Asia/.test(text))).toEqual([true, false, true]);
    await bot.settled();
    expect(saidIn(places.channel)).toHaveLength(3);
    expect(saidIn(places.channel).join()).not.toMatch(/Asia|Europe/);
    const conversations = new Set(bot.genie.messages().map(({ conversationId }) => conversationId));
    expect(conversations.size).toBe(3);
  });

  it('open answers of two people don’t continue each other’s conversation', async () => {
    await open({ env: { CHANNEL_ANSWERS: 'open' } });
    const [one, two] = [both(ada, 'channel'), both(erik, 'channel')];
    await Promise.all([one.own.signIn(), two.own.signIn()]);
    for (const { here } of [one, two, one, two]) await here.ask('Total revenue by region');
    const conversations = bot.genie.messages().map(({ conversationId }) => conversationId);
    // They are listed by conversation.
    expect(conversations[0]).toBe(conversations[1]);
    expect(conversations[2]).toBe(conversations[3]);
    expect(conversations[0]).not.toBe(conversations[2]);
  });

  it('six digits are a question, and no code', async () => {
    await open();
    const { here, own } = both(ada, 'channel');
    await here.write('Total revenue by region');
    await own.card();
    await here.write('123456');
    await bot.settled();
    expect(bot.tokens.requests.filter(({ query }) => query['code'])).toEqual([]);
  });

  it('a question that nobody signs in for is given up in the own chat, and the thread stays quiet', async () => {
    await open();
    const { here, own } = both(ada, 'channel');
    await here.write('Total revenue by region');
    await own.card();
    clock.skip(16 * minute);
    await bot.connector.waitFor(
      () => saidIn(own.place).some((text) => /waited 15/.test(text)),
      20_000,
    );
    expect(saidIn(places.channel)).toHaveLength(1);
    expect(asked()).toEqual([]);
  });

  it('redelivered, it shows one line, one card and one answer', async () => {
    await open();
    const { here, own, place } = both(ada, 'channel');
    const message = aMessage({
      scene: 'channel',
      from: here.from,
      conversation: { id: place, conversationType: 'channel', isGroup: true },
      text: 'Total revenue by region',
    });
    await Promise.all([bot.post(message), bot.post(message)]);
    await own.card();
    await bot.post(message);
    await own.exchange();
    await answerIn(own.place);
    await bot.post(message);
    await bot.settled();
    expect(saidIn(place)).toHaveLength(1);
    expect(own.cards()).toHaveLength(1);
    expect(answersIn(bot.connector, own.place)).toHaveLength(1);
  });
});
