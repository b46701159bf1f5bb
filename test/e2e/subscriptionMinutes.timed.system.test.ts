import { describe, expect, it } from 'vitest';
import { aMessage } from '../support/activities.ts';
import { hasLogged } from '../support/moments.ts';
import { openStage, type Stage } from '../support/openStage.ts';
import { answersIn, bringsAnswer, messagesIn, readAloud } from '../support/shownTo.ts';
import { until } from '../support/until.ts';

const minuteMs = 60_000;
const text = 'Revenue by region';

/** The next full minute that is at least so far away. */
function minuteAfter(ms: number): { dueAt: number; time: string } {
  const dueAt = Math.ceil((Date.now() + ms) / minuteMs) * minuteMs;
  return { dueAt, time: new Date(dueAt).toISOString().slice(11, 16) };
}

/** In a zone of their own no day begins or ends on the way. */
const subscribed = ({ connector }: Stage, id: string, time: string) =>
  aMessage({
    text: `subscribe every day at ${time} in UTC: ${text}`,
    serviceUrl: connector.url,
    conversation: { id, conversationType: 'personal' },
    from: { id, aadObjectId: id },
  });

const contents = ({ genie }: Stage) =>
  genie.messages().filter(({ content }) => content.endsWith(text));

const postedAt = ({ connector }: Stage, id: string) =>
  connector
    .activities(id)
    .filter(({ activity }) => bringsAnswer(activity))
    .map(({ createdAt }) => createdAt);

describe.concurrent('in real minutes, on real clocks,', () => {
  it('who subscribes to the next minutes has one answer in the minute, and none before', async () => {
    const stage = await openStage({ connector: { channel: 'msteams' } });
    try {
      const [bot] = await Promise.all([stage.startBot(), stage.startBot()]);
      const { dueAt, time } = minuteAfter(20_000);
      const activity = subscribed(stage, 'ada', time);
      expect(await bot.post(activity)).toBe(200);
      // The channel delivers it once more.
      expect(await bot.post(activity)).toBe(200);
      const confirmation = await until(() => messagesIn(stage.connector, 'ada')[0]);
      expect(readAloud(confirmation)).toContain('UTC');
      expect(contents(stage)).toHaveLength(0);

      await until(() => answersIn(stage.connector, 'ada').length > 0, dueAt + 30_000 - Date.now());
      const [at = 0] = postedAt(stage, 'ada');
      expect(at).toBeGreaterThanOrEqual(dueAt);
      expect(at).toBeLessThan(dueAt + 15_000);
      // What looks a second time, should the first have been killed, is over by then.
      await until(() => Date.now() > dueAt + 30_000, minuteMs);
      expect(answersIn(stage.connector, 'ada')).toHaveLength(1);
      expect(contents(stage)).toHaveLength(1);
    } finally {
      await stage.close();
    }
  }, 180_000);

  it('a bot that is down in the minute makes up for it as soon as it is back', async () => {
    const stage = await openStage({ connector: { channel: 'msteams' } });
    try {
      const bot = await stage.startBot();
      const { dueAt, time } = minuteAfter(15_000);
      expect(await bot.post(subscribed(stage, 'bob', time))).toBe(200);
      await until(() => hasLogged(bot, 'subscription.created'));
      await bot.kill();
      await until(() => Date.now() > dueAt + 20_000, 2 * minuteMs);
      await stage.startBot();
      await until(() => answersIn(stage.connector, 'bob').length === 1);
      expect(contents(stage)).toHaveLength(1);
    } finally {
      await stage.close();
    }
  }, 180_000);
});
