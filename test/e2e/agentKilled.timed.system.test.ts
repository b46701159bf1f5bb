import { describe, expect, it } from 'vitest';
import { aMessage } from '../support/activities.ts';
import { hasLogged, place } from '../support/moments.ts';
import { openStage, type Stage } from '../support/openStage.ts';
import { answersIn } from '../support/shownTo.ts';
import { until } from '../support/until.ts';

const moments: [string, (stage: Stage) => boolean][] = [
  ['once Genie has the question', ({ genie }) => genie.messages().length === 1],
  [
    'while the agent is at work',
    ({ genie }) => {
      const [message] = genie.messages();
      return message !== undefined && Date.now() - message.createdAt > 1_500;
    },
  ],
];

describe('an instance that is killed in agent mode', () => {
  it.each(moments)(
    '%s: the question is asked once and answered once',
    async (_when, isNow) => {
      const stage = await openStage({ genie: { stageMs: 600 } });
      try {
        const env = { GENIE_MODE: 'agent' };
        const bot = await stage.startBot(env);
        const { url: serviceUrl } = stage.connector;
        const conversation = { id: place };
        const posted = bot
          .post(aMessage({ text: 'Revenue by region', serviceUrl, conversation }))
          .catch(() => undefined);
        await until(() => isNow(stage));
        await bot.kill();
        await posted;
        const survivor = await stage.startBot(env);
        await until(() => hasLogged(survivor, 'question.ended'));
        await stage.azurite.drain();
        expect(answersIn(stage.connector, place)).toHaveLength(1);
        expect(stage.genie.messages()).toHaveLength(1);
      } finally {
        await stage.close();
      }
    },
    90_000,
  );
});
