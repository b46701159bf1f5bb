import { describe, expect, it } from 'vitest';
import type { Activity } from '../../local/chat/activity.ts';
import { aCardSubmit, aMessage } from '../support/activities.ts';
import { hasLogged, isAnswer, moments, place, question } from '../support/moments.ts';
import { openStage, type Stage } from '../support/openStage.ts';
import { answersIn, messagesIn, submitsOf } from '../support/shownTo.ts';
import { until } from '../support/until.ts';

describe.concurrent('an instance that is killed', () => {
  describe.each([
    { others: 'another is alive', restart: false },
    { others: 'it was the last one', restart: true },
  ])('when $others', ({ restart }) => {
    it.each(moments)(
      '$name: the question is asked once and answered once, within 30 s',
      async (moment) => {
        const stage = await openStage({ connector: { channel: 'msteams' } });
        try {
          moment.prepare?.(stage);
          const bot = await stage.startBot();
          const other = restart ? undefined : await stage.startBot();
          // So that it is the one to be killed who does the work until then.
          other?.pause();
          const { url: serviceUrl } = stage.connector;
          let isAcknowledged = false;
          const posted = bot
            .post(aMessage({ text: question, serviceUrl, conversation: { id: place } }))
            .then((status) => {
              isAcknowledged = status === 200;
            })
            .catch(() => undefined);
          await until(() => moment.isNow(stage, bot, isAcknowledged));
          await bot.kill();
          await posted;
          other?.resume();
          const survivor = other ?? (await stage.startBot());

          await until(() => [bot, survivor].some((each) => hasLogged(each, 'question.ended')));
          // Now nothing is left that could answer again.
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

  it('while it posts an answer in Web Chat: the asker sees it once, and gets a button that shows it', async () => {
    const stage = await openStage({ connector: { channel: 'webchat' } });
    try {
      const meets = { carriedOut: true, delayMs: 60_000 };
      stage.connector.faults.next({ activity: isAnswer }, meets);
      const bot = await stage.startBot();
      const { url: serviceUrl } = stage.connector;
      const conversation = { id: place };
      const scene = 'webchat';
      await bot.post(aMessage({ text: question, serviceUrl, conversation, scene }));
      await until(() => answersIn(stage.connector, place).length === 1);
      await bot.kill();
      const survivor = await stage.startBot();
      await until(() => hasLogged(survivor, 'question.ended'));
      await stage.azurite.drain();
      const shown = messagesIn(stage.connector, place).filter(isAnswer);
      expect(shown).toHaveLength(2);
      expect(submitsOf(shown[1] ?? { type: 'message' })).toMatchObject([{ action: 'show' }]);
    } finally {
      await stage.close();
    }
  }, 90_000);

  const isText = ({ text = '' }: { text?: string }) => text.includes('accept the card');
  const refusal = { status: 400, body: { error: { code: 'BadArgument', message: 'Unknown' } } };
  const lost = { drop: true, delayMs: 60_000 };

  /** Ways to the answer that are refused, and the next one, at which the instance is killed. */
  const ways: [string, 'msteams' | 'webchat', (stage: Stage) => void, RegExp][] = [
    [
      'while the channel refuses its update',
      'msteams',
      ({ connector }) => {
        connector.faults.next(
          { method: 'PUT', activity: isAnswer },
          { ...refusal, delayMs: 60_000 },
        );
        connector.faults.next({ method: 'PUT', activity: isAnswer }, refusal, 100);
        connector.faults.next({ method: 'PUT', activity: isText }, refusal, 100);
      },
      /^PUT$/,
    ],
    [
      'between the refused update and the new message',
      'msteams',
      ({ connector }) => {
        connector.faults.next({ method: 'PUT', activity: isAnswer }, refusal, 100);
        connector.faults.next({ method: 'POST', activity: isAnswer }, lost);
      },
      /^PUT,POST$/,
    ],
    [
      'between the refused card and its text',
      'webchat',
      ({ connector }) => {
        // As the end of its stream, and as a message.
        connector.faults.next({ method: 'POST', activity: isAnswer }, refusal, 2);
        connector.faults.next({ method: 'POST', activity: isText }, lost);
      },
      /^POST,POST,POST$/,
    ],
  ];

  it.each(ways)(
    '%s (%s): the asker gets a button that shows the answer, and nothing twice',
    async (_when, channel, prepare, sent) => {
      const stage = await openStage({ connector: { channel } });
      try {
        prepare(stage);
        const bot = await stage.startBot();
        const { url: serviceUrl } = stage.connector;
        const conversation = { id: place };
        const scene = channel === 'webchat' ? { scene: 'webchat' as const } : {};
        await bot.post(aMessage({ text: question, serviceUrl, conversation, ...scene }));
        await until(() => {
          const tries = stage.connector.requests.filter(({ body }) => {
            const activity = (body ?? {}) as Partial<Activity>;
            return isAnswer(activity) || isText(activity);
          });
          return sent.test(tries.map(({ method }) => method).join());
        });
        await bot.kill();
        const survivor = await stage.startBot();
        await until(() => hasLogged(survivor, 'question.ended'));
        await stage.azurite.drain();
        expect(answersIn(stage.connector, place)).toHaveLength(0);
        const offers = messagesIn(stage.connector, place)
          .flatMap(submitsOf)
          .filter((data) => (data as { action?: string }).action === 'show');
        expect(offers).toHaveLength(1);
        const [value] = offers;
        await survivor.post(aCardSubmit({ value, serviceUrl, conversation, ...scene }));
        expect(answersIn(stage.connector, place)).toHaveLength(1);
        expect(stage.genie.messages()).toHaveLength(1);
      } finally {
        await stage.close();
      }
    },
    90_000,
  );
});
