import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActivityOverrides, aMessage } from '../../support/activities.ts';
import { openSigned, type Signed } from '../../support/openSigned.ts';
import { aPersonAt } from '../../support/person.ts';

let bot: Signed;
beforeAll(async () => {
  bot = await openSigned({ env: { USER_QUESTIONS_PER_MINUTE: '1000' } });
  // Whatever is loaded on first use is no message's fault.
  await aPersonAt(bot, 'first').ask('Revenue by region');
});
afterAll(() => bot.close());

const mentions = (names: readonly [written: string, name: string][]) =>
  names.map(([text, name], index) => ({
    type: 'mention',
    text,
    mentioned: { id: `29:${index}`, name },
  }));

/** Posts a message, and tells for how long nothing else could run meanwhile. */
async function post(overrides: ActivityOverrides) {
  const rssBefore = process.memoryUsage.rss();
  let blockedMs = 0;
  let lastTurn = performance.now();
  const turn = () => {
    const now = performance.now();
    blockedMs = Math.max(blockedMs, now - lastTurn);
    lastTurn = now;
  };
  const timer = setInterval(turn, 1);
  const { status } = await bot.post(aMessage(overrides));
  clearInterval(timer);
  turn();
  return { status, blockedMs, grownMB: (process.memoryUsage.rss() - rssBefore) / 2 ** 20 };
}

const channelId = 'webchat';

describe('a message that is made to take long', () => {
  it.each<[string, ActivityOverrides]>([
    ['28,000 dots in Teams', { text: `a${'.'.repeat(28_000)}x` }],
    ['14,000 ellipses in Teams', { text: `a${'…'.repeat(14_000)}x` }],
    ['60,000 dots in Web Chat', { channelId, text: `a${'.'.repeat(60_000)}x` }],
    [
      '40,000 spaces beside the mention of the bot',
      {
        text: `a${' '.repeat(40_000)}x <at>Genie</at>`,
        entities: [
          { type: 'mention', text: '<at>Genie</at>', mentioned: { id: '28:bot', name: 'Genie' } },
        ],
      },
    ],
    [
      'five mentions that grow each other',
      {
        channelId,
        text: 'ba.x',
        entities: mentions([
          ['b', 'a'.repeat(20)],
          ['a', 'b'.repeat(20)],
          ['b', 'a'.repeat(20)],
          ['a', '.'.repeat(40)],
          ['x', 'x'],
        ]),
      },
    ],
    [
      'seven mentions that grow each other',
      {
        channelId,
        text: 'aaaaaaaaaa',
        entities: mentions(Array.from({ length: 7 }, () => ['a', 'a'.repeat(10)])),
      },
    ],
    [
      '600 mentions',
      {
        text: 'a'.repeat(9_000),
        entities: mentions(Array.from({ length: 600 }, (_, at) => ['a'.repeat(at + 1), 'b'])),
      },
    ],
    ['80,000 entities', { entities: Array.from({ length: 80_000 }, () => ({})) }],
    [
      '2,500 people who were added',
      {
        type: 'conversationUpdate',
        membersAdded: Array.from({ length: 2_500 }, (_, at) => ({
          id: `29:${at}`,
          name: '\u202e'.repeat(20),
        })),
      },
    ],
    [
      'fifty HTML texts of open quotes',
      {
        attachments: Array.from({ length: 50 }, () => ({
          contentType: 'text/html',
          content: '<blockquote itemtype="http://schema.skype.com/Reply">'.repeat(80),
        })),
      },
    ],
    [
      'a name that is a replacement pattern',
      {
        channelId,
        text: 'a'.repeat(2_000),
        entities: mentions([['a', '$`'.repeat(4)]]),
      },
    ],
  ])('%s, is answered at once', async (_what, overrides) => {
    const { status, blockedMs, grownMB } = await post(overrides);
    expect(status).toBe(200);
    expect(blockedMs).toBeLessThan(500);
    expect(grownMB).toBeLessThan(100);
  });
});

describe('a text that is longer than a question', () => {
  const sentence = 'Your question is too long. The limit is 10,000 characters.';

  it.each([
    ['a command with something after it', `help${' '.repeat(10_000)}.`],
    ['more than any text has', 'revenue '.repeat(12_000)],
    ['one that cleaning would make shorter', `revenue ${'\u202e'.repeat(40_000)}`],
    ['one of which only a quote would be left out', `<quoted messageId="1"/>${'a'.repeat(10_001)}`],
  ])('is refused in words: %s', async (what, text) => {
    const ada = aPersonAt(bot, what.replaceAll(' ', '-'));
    const asked = () => bot.log.filter(({ event }) => event === 'question.accepted').length;
    const before = asked();
    // Only the text itself, without its rendering in HTML, is within what a channel may send.
    const writing = ada.write(text, { attachments: [] });
    await bot.connector.waitFor(() => ada.messages()[0]);
    expect(await writing).toBe(200);
    expect(ada.last()).toBe(sentence);
    expect(asked()).toBe(before);
  });

  it('is refused as the new version of a question, too', async () => {
    const ada = aPersonAt(bot, '19:edited');
    await ada.write('Revenue by region', { id: 'edited' });
    await bot.connector.waitFor(() => ada.answers()[0]);
    await bot.settled();
    await ada.write('a'.repeat(10_001), { type: 'messageUpdate', id: 'edited' });
    expect(ada.last()).toBe(sentence);
  });
});

it('what clients write is not kept longer than it can be in earnest', async () => {
  const place = '4aGxQ2vKzZ5B6pHqJmW1tR-kept';
  const ada = aPersonAt(bot, place, {
    scene: 'webchat',
    from: { id: 'dl_ada', name: 'A'.repeat(100_000) },
    locale: `en-${'a'.repeat(50_000)}`,
    localTimezone: `Europe/${'a'.repeat(50_000)}`,
  });
  const answer = await ada.ask('Revenue by region');
  expect(answer.recipient?.name).toBe('A'.repeat(256));
  expect(answer.locale).toBeUndefined();
  const { questionId } = bot.log.findLast(({ event }) => event === 'question.accepted') ?? {};
  const row = await bot.storage.questions.get(String(questionId));
  expect(row?.value.place.user.name).toBe('A'.repeat(256));
  expect(JSON.stringify(row).length).toBeLessThan(5_000);
});
