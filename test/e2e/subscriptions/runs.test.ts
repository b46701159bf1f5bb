import { describe, expect, it } from 'vitest';
import { askedOf, endedRuns, subscriptionsIn } from '../../support/aSubscriber.ts';
import { closeAfterEach } from '../../support/closeAfterEach.ts';
import { openAt, type Timed } from '../../support/openAt.ts';
import { type InProcessOptions, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud, submitsOf } from '../../support/shownTo.ts';

/** A Friday; nine o’clock in Berlin is 8:00 in UTC. */
const before = '2026-11-27T07:30:00Z';
const due = '2026-11-27T08:00:01Z';
const nextDue = '2026-11-30T08:00:01Z';

const spoken = 'subscribe every weekday at 9:00: Revenue by region';

const closing = closeAfterEach();

async function open(options: InProcessOptions = {}, time = before): Promise<Timed> {
  return closing(await openAt(time, options));
}

const answerIn = (ada: ReturnType<typeof aPersonAt>, bot: Timed, count = 1) =>
  bot.connector.waitFor(() => ada.answers()[count - 1]);

describe('a subscription that is due', () => {
  it('brings its answer as a new message that says which it is, with its buttons', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    await ada.hear(spoken);
    bot.goTo(due);
    const answer = await answerIn(ada, bot);
    const text = readAloud(answer);
    expect(text).toContain('Every weekday');
    expect(text).toContain('Revenue by region');
    expect(text).toContain('Europe');
    expect(answer).not.toHaveProperty('replyToId');
    const [id] = subscriptionsIn(answer);
    expect(submitsOf(answer)).toEqual(
      expect.arrayContaining(
        ['pause', 'change-form', 'unsubscribe'].map((action) =>
          expect.objectContaining({ action, subscription: id }),
        ),
      ),
    );
    // Nothing else was shown: no progress, no typing.
    expect(bot.connector.activities('a:ada').map(({ activity }) => activity.type)).toEqual([
      'message',
      'message',
    ]);
  });

  it('is asked before it is due, and shown when it is', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    await ada.hear(spoken);
    bot.goTo('2026-11-27T07:59:15Z');
    await askedOf(bot, 'Revenue by region');
    await bot.settled();
    expect(ada.messages()).toHaveLength(1);
    bot.goTo('2026-11-27T08:00:00Z');
    await answerIn(ada, bot);
    expect(bot.genie.messages()).toHaveLength(1);
  });

  it('comes again at the next due time, in a new conversation of Genie’s', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    await ada.hear(spoken);
    bot.goTo(due);
    await answerIn(ada, bot);
    await endedRuns(bot, 1);
    bot.goTo(nextDue);
    await answerIn(ada, bot, 2);
    const asked = await askedOf(bot, 'Revenue by region', 2);
    expect(asked).toHaveLength(2);
    expect(new Set(asked.map(({ conversationId }) => conversationId)).size).toBe(2);
  });

  it('is followed up in its own conversation', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    await ada.ask('Orders by month');
    await ada.hear(spoken);
    bot.goTo(due);
    await answerIn(ada, bot, 2);
    await endedRuns(bot, 1);
    await bot.settled();
    const followed = await ada.ask('only the top 3');
    expect(readAloud(followed)).not.toMatch(/been a while/);
    const [run] = await askedOf(bot, 'Revenue by region');
    const [next] = await askedOf(bot, 'only the top 3');
    expect(next?.conversationId).toBe(run?.conversationId);
  });

  it('is caught up within the hour that the bot was down', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    await ada.hear(spoken);
    bot.goTo('2026-11-27T08:59:00Z');
    await answerIn(ada, bot);
  });

  it('is skipped after that, which is said with the next one', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    await ada.hear('subscribe every day at 9:00: Revenue by region');
    bot.goTo('2026-11-29T12:00:00Z');
    await bot.settled();
    bot.goTo('2026-11-30T08:00:01Z');
    const answer = await answerIn(ada, bot);
    expect(readAloud(answer)).toMatch(/last 3 times, the first on .*27/);
    await endedRuns(bot, 1);
    expect(await askedOf(bot, 'Revenue by region')).toHaveLength(1);
    bot.goTo('2026-12-01T08:00:01Z');
    expect(readAloud(await answerIn(ada, bot, 2))).not.toMatch(/times? before/);
  });

  it.each([
    ['failed', { error: { type: 'SQL_EXECUTION_EXCEPTION', error: 'It failed.' } }],
    ['found nothing', { attachments: [] }],
  ])('has no button that types a command, if what it asked is one and %s', async (_how, script) => {
    const bot = await open();
    const ada = aPersonAt(bot, '19:group@thread.v2', { scene: 'group' });
    const words = [
      'logout and delete',
      'subscribe every day at 9:00: Orders',
      '<at>All</at> reset',
    ];
    for (const text of words) await ada.hear(`subscribe every day at 9:00: ${text}`);
    for (const text of words) bot.genie.faults.script(text, script);
    bot.goTo(due);
    await endedRuns(bot, words.length);
    await bot.settled();
    const brought = ada.messages().slice(words.length);
    expect(brought).toHaveLength(words.length);
    for (const message of brought) {
      expect(submitsOf(message)).toContainEqual(expect.objectContaining({ action: 'pause' }));
      // Everyone in the group could click it, and would say it themselves.
      expect(JSON.stringify(message)).not.toContain('imBack');
    }
  });

  it('is asked once, however often the bot is restarted meanwhile', async () => {
    const first = await open();
    const ada = aPersonAt(first, 'a:ada');
    await ada.hear(spoken);
    await first.stop();
    first.goTo('2026-11-27T07:59:30Z');
    const second = await openInProcess({ clock: first.clock, after: first });
    await askedOf(second, 'Revenue by region');
    await second.stop();
    first.goTo(due);
    const third = await openInProcess({ clock: first.clock, after: first });
    await answerIn(ada, first);
    await third.stop();
    expect(third.genie.messages()).toHaveLength(1);
  });
});
