import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aMessage } from '../../support/activities.ts';
import { aTeamsPerson, type TeamsPerson } from '../../support/aTeamsPerson.ts';
import { createMovableClock, type MovableClock } from '../../support/movableClock.ts';
import { type AsPerson, ada, erik, grace, openAsPerson } from '../../support/openAsPerson.ts';
import { readAloud } from '../../support/shownTo.ts';

const minute = 60_000;

let bot: AsPerson;
let clock: MovableClock;
let person: TeamsPerson;

beforeEach(async () => {
  clock = createMovableClock();
  bot = await openAsPerson({ hasBotToken: true, clock });
  person = aTeamsPerson(bot, ada);
});
afterEach(async () => {
  await bot.settled();
  expect(bot.callersOf(/./)).not.toContain('the bot');
  await bot.close();
});

const asked = () => bot.genie.messages().map(({ content }) => content);
const spoken = (who = person) => who.messages().map(readAloud).join('\n');
const answered = (who = person, count = 1) => bot.connector.waitFor(() => who.answers()[count - 1]);

describe('the question that waits for a sign-in', () => {
  it('is quoted on the card, asked once after it, and sent as it was typed', async () => {
    await person.write('Revenue by region');
    expect((await person.card()).text).toContain('“Revenue by region”');
    await person.exchange();
    await answered();
    expect(asked()).toEqual(['Revenue by region']);
  });

  it('is shown one card when it is delivered again', async () => {
    const message = aMessage({
      scene: 'personal',
      from: person.from,
      conversation: { id: person.place, conversationType: 'personal' },
      text: 'Revenue by region',
    });
    await Promise.all([bot.post(message), bot.post(message)]);
    await person.card();
    await bot.post(message);
    await bot.settled();
    expect(person.cards()).toHaveLength(1);
    await person.exchange();
    await answered();
    await bot.post(message);
    await bot.settled();
    expect(asked()).toEqual(['Revenue by region']);
    expect(person.answers()).toHaveLength(1);
  });

  it('gives way to a newer one, which the card says', async () => {
    await person.write('Revenue by region');
    const first = await person.card();
    expect(first.text).not.toContain('replaces');
    await person.write('Revenue by product');
    const second = await bot.connector.waitFor(() =>
      person.cards().find(({ text }) => text.includes('product')),
    );
    expect(second.text).toContain('It replaces the question you asked before.');
    await person.exchange();
    await answered();
    await bot.settled();
    expect(asked()).toEqual(['Revenue by product']);
  });

  it('doesn’t say that it replaces a question that was cancelled', async () => {
    await person.write('Revenue by region');
    await person.card();
    await person.hear('cancel');
    await person.write('Revenue by product');
    const card = await bot.connector.waitFor(() =>
      person.cards().find(({ text }) => text.includes('product')),
    );
    expect(card.text).not.toContain('replaces');
  });

  it('can be cancelled, and the sign-in after that says nothing of it', async () => {
    await person.write('Revenue by region');
    await person.card();
    const before = person.cards()[0];
    await person.hear('cancel');
    expect(spoken()).toMatch(/cancelled/i);
    const value = { id: before?.tokenExchangeResource?.id };
    expect(await person.exchange(ada, value)).toMatchObject({ status: 200 });
    await bot.settled();
    expect(asked()).toEqual([]);
    expect(person.last()).toMatch(/signed in as Ada Lovelace\. What would you like to know/);
  });

  it('isn’t disturbed by commands', async () => {
    await person.write('Revenue by region');
    await person.card();
    for (const text of ['help', 'info', 'whoami', 'history', 'spaces', 'sql', 'show', 'status']) {
      await person.hear(text);
    }
    expect(bot.genie.requests).toEqual([]);
    await person.exchange();
    await answered();
    expect(asked()).toEqual(['Revenue by region']);
  });

  it('waits on with the card of “sign in”', async () => {
    await person.write('Revenue by region');
    await person.card();
    await person.write('sign in');
    await person.card(2);
    await person.exchange();
    await answered();
    expect(asked()).toEqual(['Revenue by region']);
  });

  it('is asked as it was when its message is edited meanwhile, and the new version is offered after that', async () => {
    const message = aMessage({
      scene: 'personal',
      from: person.from,
      conversation: { id: person.place, conversationType: 'personal' },
      text: 'Revenue by region',
    });
    await bot.post(message);
    await person.card();
    const edited = {
      ...message,
      type: 'messageUpdate',
      text: 'Revenue by product',
      attachments: [],
    };
    await bot.post({
      ...edited,
      channelData: { ...message.channelData, eventType: 'editMessage' },
    });
    await bot.connector.waitFor(() => /product/.test(spoken()));
    await person.exchange();
    await answered();
    expect(asked()).toEqual(['Revenue by region']);
  });

  it.each(['personal', 'group'] as const)(
    'gives way to one that the person asks in a %s chat elsewhere',
    async (scene) => {
      await person.write('Revenue by region');
      await person.card();
      const place = scene === 'personal' ? 'a:second-chat' : '19:elsewhere@thread.v2';
      const elsewhere = aTeamsPerson(bot, ada, { scene, place });
      await elsewhere.write('Revenue by product');
      await bot.connector.waitFor(() =>
        JSON.stringify(bot.connector.requests.map(({ body }) => body)).includes('It replaces'),
      );
      await person.exchange();
      await bot.connector.waitFor(() => [...person.answers(), ...elsewhere.answers()][0]);
      await bot.settled();
      expect(asked()).toEqual(['Revenue by product']);
    },
  );

  it('waits 15 minutes; after that the person is asked to repeat it', async () => {
    await person.write('Revenue by region');
    await person.card();
    clock.skip(16 * minute);
    await bot.connector.waitFor(() => /waited 15 minutes/.test(spoken()), 20_000);
    await person.exchange();
    await bot.settled();
    expect(asked()).toEqual([]);
    expect(person.last()).toMatch(/signed in as Ada.*ask it again/);
    await person.ask('Revenue by region');
    expect(asked()).toEqual(['Revenue by region']);
  });

  it('is asked after 14 minutes', async () => {
    await person.write('Revenue by region');
    await person.card();
    clock.skip(14 * minute);
    await person.exchange();
    await answered();
  });

  it('isn’t lost if the one that wins the exchange dies: another brings it', async () => {
    await person.write('Revenue by region');
    await person.card();
    const { send } = bot.storage.queue;
    bot.storage.queue.send = async () => {
      throw new Error('killed');
    };
    await person.exchange().catch(() => undefined);
    bot.storage.queue.send = send;
    expect(await person.exchange()).toMatchObject({ status: 200 });
    await answered();
    expect(asked()).toEqual(['Revenue by region']);
  });
});

describe('a sign-in that doesn’t last long enough', () => {
  it('with less than 12 minutes left is renewed, and the question kept', async () => {
    await person.signIn();
    await person.ask('Revenue by region');
    clock.skip(49 * minute);
    await person.write('Revenue by product');
    const card = await person.card();
    expect(card.text).toContain('Revenue by product');
    await person.exchange();
    await answered(person, 2);
    expect(asked()).toEqual(['Revenue by region', 'Revenue by product']);
  });

  it('with more than 12 minutes left is used', async () => {
    await person.signIn();
    clock.skip(46 * minute);
    await person.ask('Revenue by product');
    expect(person.cards()).toEqual([]);
  });

  it('that the tenant makes short is used right after it', async () => {
    bot.tokens.setLifetime(8 * minute);
    await person.write('Revenue by region');
    await person.card();
    await person.exchange();
    await answered();
    expect(person.cards()).toHaveLength(1);
  });
});

describe('three people', () => {
  it('wait for their sign-ins at the same time, and each gets their own answer', async () => {
    const people = [ada, erik, grace].map((account) => aTeamsPerson(bot, account));
    await Promise.all(people.map((each) => each.write('Total revenue by region')));
    for (const each of people) await each.card();
    await Promise.all(people.map((each) => each.exchange()));
    const texts = await Promise.all(people.map(async (each) => readAloud(await answered(each))));
    expect(texts.map((text) => /Europe/.test(text))).toEqual([true, true, false]);
    expect(texts.map((text) => /Asia/.test(text))).toEqual([true, false, true]);
    expect(asked()).toHaveLength(3);
    for (const each of people) expect(each.answers()).toHaveLength(1);
  });

  it('one signs out, one waits, one asks: none disturbs another', async () => {
    const [one, two, three] = [ada, erik, grace].map((account) => aTeamsPerson(bot, account)) as [
      TeamsPerson,
      TeamsPerson,
      TeamsPerson,
    ];
    await one.signIn();
    await three.signIn();
    await two.write('Total revenue by region');
    await two.card();
    await one.hear('logout');
    expect(readAloud(await three.ask('Total revenue by region'))).not.toMatch(/Europe/);
    await one.write('Total revenue by region');
    await one.card();
    await two.exchange();
    expect(readAloud(await answered(two))).not.toMatch(/Asia/);
    expect(one.answers()).toEqual([]);
    await one.exchange();
    expect(readAloud(await answered(one))).toMatch(/Asia/);
  });
});
