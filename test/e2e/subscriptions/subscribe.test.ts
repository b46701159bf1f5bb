import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownChatId } from '../../../local/channel/activities.ts';
import { type ActivityOverrides, aMessage } from '../../support/activities.ts';
import { closeAfterEach } from '../../support/closeAfterEach.ts';
import { openAt, type Timed } from '../../support/openAt.ts';
import { type InProcessOptions, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud, submitsOf } from '../../support/shownTo.ts';

/** A Friday. */
const friday = '2026-11-27T08:00:00Z';

const spoken = 'subscribe every weekday at 9:00: Revenue by region';

const closing = closeAfterEach();

async function open(time = friday, options: InProcessOptions = {}): Promise<Timed> {
  return closing(await openAt(time, options));
}

const genieWasAsked = (bot: Timed) => bot.genie.messages().map(({ content }) => content);

describe('subscribing in words', () => {
  it('says when it comes next, in the person’s own time zone, and asks nothing before', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    const confirmed = await ada.hear(spoken);
    const text = readAloud(confirmed);
    expect(text).toContain('You’re subscribed');
    expect(text).toContain('“Revenue by region”');
    // Nine o’clock in Berlin is over: it's Monday.
    expect(text).toMatch(/Monday,? 30 November 2026 at 0?9:00 \(Europe\/Berlin\)/);
    expect(submitsOf(confirmed)).toEqual([
      expect.objectContaining({ action: 'pause' }),
      expect.objectContaining({ action: 'change-form' }),
      expect.objectContaining({ action: 'unsubscribe' }),
    ]);
    await bot.settled();
    expect(genieWasAsked(bot)).toEqual([]);
  });

  it.each([
    [
      'the activity’s',
      { localTimezone: 'America/New_York' },
      /Friday,? 27 November 2026 at 0?9:00 \(America\/New_York\)/,
    ],
    [
      'the one that they name',
      { text: 'subscribe every weekday at 9:00 in Asia/Tokyo: Revenue by region' },
      /30 November 2026 at 0?9:00 \(Asia\/Tokyo\)/,
    ],
    ['the client’s', { localTimezone: 'Nowhere/Land' }, /\(Europe\/Berlin\)/],
    ['the setting’s', { localTimezone: 'Nowhere/Land', entities: [] }, /\(America\/Lima\)/],
  ] as [string, ActivityOverrides, RegExp][])(
    'reads the clocks of a zone: %s',
    async (_title, overrides, next) => {
      const bot = await open(friday, { env: { TIME_ZONE: 'America/Lima' } });
      const ada = aPersonAt(bot, 'a:ada', overrides);
      await ada.write(overrides.text ?? spoken);
      expect(ada.last()).toMatch(next);
    },
  );

  it('without any zone, names UTC', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada', { localTimezone: '', entities: [] });
    expect(readAloud(await ada.hear(spoken))).toContain('(UTC)');
  });

  it.each([
    // Clocks go forward from 2:00 to 3:00 on 28 March, and back from 3:00 to 2:00 on 31 October.
    ['2027-03-27T12:00:00Z', 'every day at 2:30', /28 March 2027 at 0?3:00/],
    ['2027-03-27T12:00:00Z', 'every day at 9:00', /28 March 2027 at 0?9:00/],
    ['2027-10-30T12:00:00Z', 'every day at 2:30', /31 October 2027 at 0?2:30/],
    ['2027-02-27T12:00:00Z', 'every last day at 9:00', /28 February 2027 at 0?9:00/],
    ['2028-02-27T12:00:00Z', 'every last day at 9:00', /29 February 2028 at 0?9:00/],
    ['2027-01-31T12:00:00Z', 'every 1st at 9:00', /1 February 2027 at 0?9:00/],
  ])('at %s, %s comes next as calendars and clocks have it', async (time, when, next) => {
    const bot = await open(time);
    const ada = aPersonAt(bot, 'a:ada');
    expect(readAloud(await ada.hear(`subscribe ${when}: Revenue by region`))).toMatch(next);
  });

  it('delivered twice, it makes one subscription, and says so once', async () => {
    const bot = await open();
    const activity = aMessage({ text: spoken });
    await Promise.all([bot.post(activity), bot.post(activity)]);
    await bot.post(activity);
    const place = ownChatId;
    expect(bot.connector.activities(place)).toHaveLength(1);
    const ada = aPersonAt(bot, place);
    const list = await ada.hear('subscriptions');
    expect(submitsOf(list)).toHaveLength(3);
  });

  it('if the confirmation couldn’t be sent, a redelivery confirms the same subscription', async () => {
    const bot = await open();
    const activity = aMessage({ text: spoken });
    bot.connector.faults.next({ method: 'POST' }, { status: 502 });
    expect((await bot.post(activity)).status).toBeGreaterThanOrEqual(500);
    expect((await bot.post(activity)).status).toBe(200);
    const ada = aPersonAt(bot, ownChatId);
    expect(ada.last()).toContain('Monday');
    expect(submitsOf(await ada.hear('subscriptions'))).toHaveLength(3);
  });
});

describe('in whatever way it is typed', () => {
  let bot: Timed;
  beforeAll(async () => {
    bot = await openAt(friday);
  });
  afterAll(() => bot.close());

  it.each([
    'Subscribe every weekday at 9:00: Revenue by region',
    'SUBSCRIBE EVERY WEEKDAY AT 9: Revenue by region',
    'subscribe every weekday at 9:00:\nRevenue by region',
    'subscribe every weekday at 9am: “Revenue by region”',
    '/subscribe every weekday at 09.00： Revenue by region',
  ])('it is the same: %j', async (text) => {
    for (const scene of ['personal', 'group', 'channel'] as const) {
      const ada = aPersonAt(bot, `${scene}-${randomUUID()}`, { scene });
      const confirmed = readAloud(await ada.hear(text));
      expect(confirmed).toContain('“Revenue by region”');
      expect(confirmed).toMatch(/Monday,? 30 November 2026 at 0?9:00/);
      await ada.click(ada.messages().at(-1) ?? { type: 'message' }, { action: 'unsubscribe' });
    }
  });

  it('is confirmed in the language of who typed it', async () => {
    const ada = aPersonAt(await open(), 'a:german', { locale: 'de-DE', entities: [] });
    const confirmed = readAloud(await ada.hear(spoken));
    expect(confirmed).toMatch(/Montag, 30\. November 2026.* 0?9:00 .*\(Europe\/Berlin\)/);
    expect(confirmed).not.toContain('You’re');
  });
});

describe('a wish that can’t be followed is refused with an example', () => {
  let bot: Timed;
  beforeAll(async () => {
    bot = await openAt(friday);
  });
  afterAll(() => bot.close());

  it.each(
    [
      ['subscribe', 'subscribe every weekday at 9:00: revenue by region yesterday'],
      [
        'subscribe every day at 9:00',
        'subscribe every weekday at 9:00: revenue by region yesterday',
      ],
      [
        'subscribe every day at 9:00:',
        'subscribe every weekday at 9:00: revenue by region yesterday',
      ],
      ['subscribe every day at 25:00: Revenue', 'subscribe every weekday at 9:00: '],
      ['subscribe every day at 9:75: Revenue', 'subscribe every weekday at 9:00: '],
      ['subscribe every day at 9:00 in Atlantis/City: Revenue', 'in Europe/Berlin: '],
      ['subscribe every 31st at 9:00: Revenue', 'subscribe every 1st at 9:00: '],
      ['subscribe every 31st at 9:00: Revenue', 'subscribe every last day at 9:00: '],
      ['subscribe every 30th at 9:00: Revenue', 'subscribe every last day at 9:00: '],
      ['subscribe every 31st: Revenue', 'subscribe every last day at 9:00: '],
      [
        `subscribe every day at 9:00: ${'Revenue '.repeat(1_500)}`,
        'subscribe every weekday at 9:00: ',
      ],
      [`subscribe every day at 9:00: ${'x'.repeat(60_000)}`, 'subscribe every weekday at 9:00: '],
    ].map(([text = '', example = '']) => ({ title: text.slice(0, 60), text, example })),
  )('$title', async ({ text, example }) => {
    const ada = aPersonAt(bot, `a:${randomUUID()}`);
    const refusal = readAloud(await ada.hear(text));
    expect(refusal).toContain(example);
    expect(refusal).not.toContain('You’re subscribed');
    expect(readAloud(await ada.hear('subscriptions'))).toContain('You have no subscriptions here');
    expect(genieWasAsked(bot)).toEqual([]);
  });
});

describe('the number of subscriptions', () => {
  it('is ten for a person, wherever they are, and the eleventh is refused', async () => {
    const bot = await open();
    for (let number = 1; number <= 10; number += 1) {
      const place = number % 2 ? 'a:ada' : '19:group@thread.v2';
      const ada = aPersonAt(bot, place, { scene: number % 2 ? 'personal' : 'group' });
      await ada.write(`subscribe every day at 9:00: Revenue by region ${number}`);
      expect(ada.last()).toContain('You’re subscribed');
    }
    const ada = aPersonAt(bot, 'a:ada');
    const refusal = readAloud(await ada.hear(spoken));
    expect(refusal).toContain('You already have 10 subscriptions');
    const list = await ada.hear('subscriptions');
    expect(readAloud(list)).toContain('You have 5 more in other chats');
    expect(submitsOf(list)).toHaveLength(15);
    const [first] = submitsOf(list) as { subscription: string }[];
    await ada.click(list, { action: 'unsubscribe', subscription: first?.subscription });
    expect(readAloud(await ada.hear(spoken))).toContain('You’re subscribed');
  });

  it('is set by MAX_SUBSCRIPTIONS', async () => {
    const bot = await open(friday, { env: { MAX_SUBSCRIPTIONS: '1' } });
    const ada = aPersonAt(bot, 'a:ada');
    await ada.hear(spoken);
    expect(readAloud(await ada.hear(spoken))).toContain('You already have 1 subscription, ');
  });

  it('holds for two that come at the same time', async () => {
    const bot = await open(friday, { env: { MAX_SUBSCRIPTIONS: '1' } });
    await Promise.all([1, 2, 3].map((one) => bot.post(aMessage({ text: `${spoken} ${one}` }))));
    const ada = aPersonAt(bot, ownChatId);
    expect(submitsOf(await ada.hear('subscriptions'))).toHaveLength(3);
  });
});

describe('where nobody can subscribe', () => {
  it('with ENABLE_SUBSCRIPTIONS=false, people are told, whatever they try', async () => {
    const bot = await open(friday, { env: { ENABLE_SUBSCRIPTIONS: 'false' } });
    const ada = aPersonAt(bot, 'a:ada');
    for (const text of [spoken, 'subscribe', 'subscriptions'])
      expect(readAloud(await ada.hear(text))).toContain('Subscriptions are turned off');
  });

  it('on another page, where nobody knows who reads, they are told', async () => {
    const bot = await open();
    const visitor = aPersonAt(bot, 'page', { scene: 'webchat' });
    for (const text of [spoken, 'subscriptions'])
      expect(readAloud(await visitor.hear(text))).toContain('you need to be signed in');
  });
});

describe('questions that only speak of subscriptions', () => {
  let bot: Awaited<ReturnType<typeof openInProcess>>;
  beforeAll(async () => {
    bot = await openInProcess();
  });
  afterAll(() => bot.close());
  const contents = () => bot.genie.messages().map(({ content }) => content);

  it.each([
    'subscriptions by plan',
    'subscribers by month',
    'subscribe rate every month',
    'subscribe events: how many',
    'how many people subscribe every day',
    'unsubscribe rate by region',
  ])('go to Genie: %s', async (text) => {
    const ada = aPersonAt(bot, `a:${randomUUID()}`);
    await ada.write(text);
    // The sixth within a moment waits for the budget.
    await expect.poll(() => contents().filter((content) => content.endsWith(text))).toHaveLength(1);
  });
});
