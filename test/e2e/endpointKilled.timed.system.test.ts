import { describe, expect, it } from 'vitest';
import { assistantName } from '../../local/demo/server/servingRoutes.ts';
import { aMessage } from '../support/activities.ts';
import { hasLogged, place } from '../support/moments.ts';
import { openStage, type Stage } from '../support/openStage.ts';
import { answersIn, bringsAnswer } from '../support/shownTo.ts';
import type { Bot } from '../support/startBot.ts';
import { until } from '../support/until.ts';

const env = { DATABRICKS_SPACE_ID: 'none', SERVING_ENDPOINT_NAME: assistantName };
const question = 'Revenue by region';

const invocations = ({ genie }: Stage) =>
  genie.requests.filter(({ path }) => path.endsWith('/invocations')).length;

interface Moment {
  name: string;
  /** Sets the trap, before the question is asked. */
  prepare?: (stage: Stage) => void;
  isNow: (stage: Stage, bot: Bot) => boolean;
  /** How often the endpoint is called in all. */
  calls: number;
}

const moments: Moment[] = [
  {
    name: 'before the endpoint is called',
    isNow: (_stage, bot) => hasLogged(bot, 'question.accepted'),
    calls: 1,
  },
  {
    name: 'while the endpoint answers',
    isNow: (stage) => invocations(stage) === 1,
    calls: 2,
  },
  {
    name: 'once the answer is kept',
    // Otherwise the question can end, and the line that says so be lost with its process.
    prepare: ({ connector }) =>
      connector.faults.next({ activity: bringsAnswer }, { carriedOut: true, delayMs: 60_000 }),
    isNow: ({ connector }) => answersIn(connector, place).length === 1,
    calls: 1,
  },
];

describe.concurrent('an instance that is killed', () => {
  it.each(moments)(
    '$name: the question is answered once, and asked again only if its answer was lost',
    async ({ prepare, isNow, calls }) => {
      const stage = await openStage({
        genie: { stageMs: 500 },
        connector: { channel: 'msteams' },
      });
      try {
        prepare?.(stage);
        const bot = await stage.startBot(env);
        const { url: serviceUrl } = stage.connector;
        const posted = bot
          .post(aMessage({ text: question, serviceUrl, conversation: { id: place } }))
          .catch(() => undefined);
        await until(() => isNow(stage, bot));
        await bot.kill();
        await posted;
        const survivor = await stage.startBot(env);
        await until(() => [bot, survivor].some((each) => hasLogged(each, 'question.ended')));
        await stage.azurite.drain();
        expect(answersIn(stage.connector, place)).toHaveLength(1);
        expect(invocations(stage)).toBeLessThanOrEqual(calls);
        expect(stage.genie.messages()).toEqual([]);
      } finally {
        await stage.close();
      }
    },
    90_000,
  );
});
