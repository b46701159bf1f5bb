import { describe, expect, it } from 'vitest';
import { aCardSubmit, aMessage, teamsUser } from '../support/activities.ts';
import { ownChatOf } from '../support/connectorDouble.ts';
import { hasLogged, isAnswer, question } from '../support/moments.ts';
import { openStage, type Stage } from '../support/openStage.ts';
import { answersIn, messagesIn, readAloud, submitsOf } from '../support/shownTo.ts';
import { until } from '../support/until.ts';

const thread = '19:sales@thread.tacv2;messageid=1';
const own = ownChatOf(teamsUser.id);
const env = { CHANNEL_ANSWERS: 'private' };
const late = { delayMs: 60_000 };

const asked = ({ connector }: Stage) =>
  aMessage({
    scene: 'channel',
    text: question,
    serviceUrl: connector.url,
    conversation: { id: thread, conversationType: 'channel' },
  });
const inThread = ({ connector }: Stage) => messagesIn(connector, thread);
const isOpening = { method: 'POST', path: /^\/v3\/conversations$/ } as const;

describe.concurrent('an instance that is killed', () => {
  it.each<[string, (stage: Stage) => void, (stage: Stage) => boolean]>([
    [
      'while it opens the asker’s own chat',
      ({ connector }) => connector.faults.next(isOpening, late),
      ({ connector }) => connector.requests.some(({ path }) => path === '/v3/conversations'),
    ],
    [
      'while it says where the answer will be',
      ({ connector }) => connector.faults.next({ path: /19%3A/ }, { ...late, carriedOut: true }),
      (stage) => inThread(stage).length === 1,
    ],
    [
      'while it turns the progress into the answer',
      ({ connector }) =>
        connector.faults.next({ method: 'PUT', activity: isAnswer }, { ...late, carriedOut: true }),
      ({ connector }) => answersIn(connector, own).length === 1,
    ],
  ])(
    '%s: the asker gets one answer, in their own chat',
    async (_what, prepare, isNow) => {
      const stage = await openStage({ connector: { channel: 'msteams' } });
      try {
        prepare(stage);
        const bot = await stage.startBot(env);
        void bot.post(asked(stage)).catch(() => undefined);
        await until(() => isNow(stage));
        await bot.kill();
        const survivor = await stage.startBot(env);
        await until(() => hasLogged(survivor, 'question.ended'));
        await stage.azurite.drain();
        expect(answersIn(stage.connector, own)).toHaveLength(1);
        expect(stage.genie.messages()).toHaveLength(1);
        const said = new Set(inThread(stage).map(readAloud));
        expect([...said]).toEqual(['I’ll answer in our chat, where only you can see it.']);
      } finally {
        await stage.close();
      }
    },
    90_000,
  );

  it('while it shares an answer: it’s there once, and the next press says that it might be', async () => {
    const stage = await openStage({ connector: { channel: 'msteams' } });
    try {
      const { connector } = stage;
      const bot = await stage.startBot(env);
      await bot.post(asked(stage));
      const answer = await connector.waitFor(() => answersIn(connector, own)[0]);
      await until(() => hasLogged(bot, 'question.ended'));
      const value = submitsOf(answer).find(
        (data) => (data as { action?: string }).action === 'share',
      );
      const press = () =>
        aCardSubmit({
          value,
          serviceUrl: connector.url,
          conversation: { id: own, conversationType: 'personal' },
        });
      connector.faults.next({ method: 'POST', path: /19%3A/ }, { ...late, carriedOut: true });
      void bot.post(press()).catch(() => undefined);
      await until(() => inThread(stage).length === 2);
      await bot.kill();
      const survivor = await stage.startBot(env);
      await survivor.post(press());
      expect(messagesIn(connector, own).map(readAloud).at(-1)).toMatch(/might have shared/);
      expect(inThread(stage)).toHaveLength(2);
    } finally {
      await stage.close();
    }
  }, 90_000);
});
