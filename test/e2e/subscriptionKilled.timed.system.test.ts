import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/common/clock.ts';
import type { Place } from '../../src/questions/place.ts';
import { openStorage, type Storage } from '../../src/storage/openStorage.ts';
import { teamsUser } from '../support/activities.ts';
import { aPlace } from '../support/aPlace.ts';
import { hasLogged, type Moment, moments, place, question } from '../support/moments.ts';
import { openStage, type Stage } from '../support/openStage.ts';
import { aSubscription, plantSubscription } from '../support/plantSubscription.ts';
import { answersIn, messagesIn, submitsOf } from '../support/shownTo.ts';
import type { Bot } from '../support/startBot.ts';
import { until } from '../support/until.ts';

const placeOf = ({ connector }: Stage): Place =>
  aPlace({
    channelId: 'msteams',
    serviceUrl: connector.url,
    conversation: { id: place, conversationType: 'personal' },
    user: teamsUser as Place['user'],
  });

/** A due time that is some seconds away, as no test waits for nine o'clock. */
async function subscribe(stage: Stage, inMs: number) {
  const { connectionString: value } = stage.azurite;
  const storage = openStorage({ kind: 'connection-string', value }, systemClock);
  const subscription = aSubscription(Date.now() + inMs, { place: placeOf(stage), text: question });
  await plantSubscription(subscription, storage);
  return { storage, subscription };
}

/** With its subscription gone, nothing is left that could ask or answer again. */
async function endAndDrain({ azurite }: Stage, storage: Storage, id: string): Promise<void> {
  await storage.subscriptions.delete(id);
  await azurite.drain();
}

const hasStep = ({ log }: Bot, wanted: string) =>
  log.some(({ event, state }) => event === 'question.step' && state === wanted);

interface MomentOfRun extends Moment {
  /** How far its due time is away. */
  inMs?: number;
  /** It might have been shown by then. */
  isUnsure?: boolean;
}

const named = (name: RegExp) => moments.filter((moment) => name.test(moment.name));

/** In the life of a run, in order. Nobody waits for it, so its outcome is a new message. */
const momentsOfRun: MomentOfRun[] = [
  {
    name: 'when it has looked',
    isNow: (_stage, bot) => hasStep(bot, 'asking') || hasLogged(bot, 'question.accepted'),
  },
  ...named(/reaches Genie|and the reply|Genie works|reads the rows/),
  {
    name: 'when Genie is done, before it is due',
    inMs: 10_000,
    isNow: (_stage, bot) => hasStep(bot, 'answered'),
  },
  ...named(/showing the answer/).map((moment) => ({ ...moment, isUnsure: true })),
  ...named(/after the answer/),
];

describe.concurrent('an instance that is killed in a run of a subscription', () => {
  describe.each([
    { others: 'another is alive', restart: false },
    { others: 'it was the last one', restart: true },
  ])('when $others', ({ restart }) => {
    it.each(momentsOfRun)(
      '$name: its due time is asked once and answered once, and the next one follows',
      async ({ inMs = 1_000, isUnsure = false, ...moment }) => {
        const stage = await openStage({ connector: { channel: 'msteams' } });
        try {
          moment.prepare?.(stage);
          const bot = await stage.startBot();
          const other = restart ? undefined : await stage.startBot();
          // So that it is the one to be killed who does the work until then.
          other?.pause();
          const { storage, subscription } = await subscribe(stage, inMs);
          await until(() => moment.isNow(stage, bot, false));
          await bot.kill();
          other?.resume();
          const survivor = other ?? (await stage.startBot());

          await until(() => [bot, survivor].some((each) => hasLogged(each, 'question.ended')));
          // Its second look makes up for the first.
          const next = async () => (await storage.subscriptions.get(subscription.id))?.value;
          const isNext = { look: 2, dueAt: expect.toSatisfy((at) => at > subscription.dueAt) };
          await expect.poll(next, { timeout: 30_000 }).toMatchObject(isNext);
          await endAndDrain(stage, storage, subscription.id);
          const { connector, genie } = stage;
          expect(genie.messages()).toHaveLength(1);
          expect(answersIn(connector, place)).toHaveLength(1);
          const others = messagesIn(connector, place).filter(
            ({ id }) => id !== answersIn(connector, place)[0]?.id,
          );
          console.log(JSON.stringify(messagesIn(connector, place)).slice(0, 3000));
          expect(others.flatMap(submitsOf)).toMatchObject(isUnsure ? [{ action: 'show' }] : []);
          const [shown] = connector.activities(place);
          expect(shown?.createdAt).toBeGreaterThanOrEqual(subscription.dueAt);
        } finally {
          await stage.close();
        }
      },
      120_000,
    );
  });

  it('before anyone looks, and starts again within the hour: it is caught up once', async () => {
    const stage = await openStage({ connector: { channel: 'msteams' } });
    try {
      const { storage, subscription } = await subscribe(stage, -59 * 60_000);
      const bots = await Promise.all([stage.startBot(), stage.startBot()]);
      await until(() => bots.some((each) => hasLogged(each, 'question.ended')));
      await endAndDrain(stage, storage, subscription.id);
      expect(stage.genie.messages()).toHaveLength(1);
      expect(answersIn(stage.connector, place)).toHaveLength(1);
    } finally {
      await stage.close();
    }
  }, 90_000);

  it('before anyone looks, and starts again after more than an hour: it is skipped, and said with the next', async () => {
    const stage = await openStage({ connector: { channel: 'msteams' } });
    try {
      const { storage, subscription } = await subscribe(stage, -61 * 60_000);
      const { subscriptions } = storage;
      await stage.startBot();
      const skipped = async () => (await subscriptions.get(subscription.id))?.value.skipped;
      const once = { times: 1, since: subscription.dueAt };
      await expect.poll(skipped, { timeout: 30_000 }).toEqual(once);
      expect(stage.genie.messages()).toHaveLength(0);
    } finally {
      await stage.close();
    }
  }, 90_000);
});
