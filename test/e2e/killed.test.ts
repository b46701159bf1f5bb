import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { aMessage } from '../support/activities.ts';
import { openStage, type Stage } from '../support/openStage.ts';
import { answersIn } from '../support/shownTo.ts';
import type { Bot } from '../support/startBot.ts';
import { until } from '../support/until.ts';

const question = 'Which products generate the highest total sales value?';
const place = 'killed';

interface Moment {
  name: string;
  /** Sets the trap, before the question is asked. */
  prepare?: (stage: Stage) => void;
  /** True at the moment at which the instance is killed. */
  isNow: (stage: Stage, bot: Bot) => boolean;
}

const asks = (stage: Stage) =>
  stage.genie.requests.filter(({ path }) => path.endsWith('/start-conversation')).length;
const looks = (stage: Stage) =>
  stage.genie.requests.filter(({ method, path }) => method === 'GET' && /messages\/\w+$/.test(path))
    .length;
const rowsRead = (stage: Stage) =>
  stage.genie.requests.filter(({ path }) => path.endsWith('/query-result')).length;
const isAnswer = (activity: { attachments?: unknown[] }) => (activity.attachments ?? []).length > 0;

/** The moments in the life of a question at which its instance may die, in order. */
const moments: Moment[] = [
  {
    name: 'before its question reaches Genie',
    prepare: ({ genie }) => genie.faults.next({ path: 'start-conversation' }, { delay: 60_000 }),
    isNow: (stage) => asks(stage) === 1,
  },
  {
    name: 'between Genie taking the question and the reply',
    prepare: ({ genie }) => genie.faults.next({ path: 'start-conversation' }, 'drop-after'),
    isNow: ({ genie }) => genie.messages().length === 1,
  },
  {
    name: 'when the channel has its 200',
    isNow: (_stage, { log }) => log.some(({ event }) => event === 'question.accepted'),
  },
  {
    name: 'while Genie works',
    prepare: ({ genie }) =>
      genie.faults.script(question, {
        statuses: [
          { status: 'ASKING_AI', ms: 2_500 },
          { status: 'COMPLETED', ms: 0 },
        ],
      }),
    isNow: (stage) => looks(stage) >= 2,
  },
  {
    name: 'while it reads the rows',
    prepare: ({ genie }) => genie.faults.next({ path: 'query-result' }, { delay: 60_000 }),
    isNow: (stage) => rowsRead(stage) === 1,
  },
  {
    name: 'between the channel showing the answer and its reply',
    prepare: ({ connector }) =>
      connector.faults.next({ activity: isAnswer }, { carriedOut: true, delayMs: 60_000 }),
    isNow: ({ connector }) => answersIn(connector, place).length === 1,
  },
  {
    name: 'after the answer',
    isNow: (_stage, { log }) => log.some(({ event }) => event === 'question.ended'),
  },
];

describe.concurrent('an instance that is killed', () => {
  describe.each([
    { others: 'another is alive', restart: false },
    { others: 'it was the last one', restart: true },
  ])('when $others', ({ restart }) => {
    it.each(moments)(
      '$name: asked once, answered once, within 30 s',
      async (moment) => {
        const stage = await openStage({ connector: { channel: 'msteams' } });
        try {
          moment.prepare?.(stage);
          const bot = await stage.startBot();
          const other = restart ? undefined : await stage.startBot();
          // So that it is the one to be killed who does the work until then.
          other?.pause();
          const { url: serviceUrl } = stage.connector;
          const posted = bot
            .post(aMessage({ text: question, serviceUrl, conversation: { id: place } }))
            .catch(() => undefined);
          await until(() => moment.isNow(stage, bot));
          await bot.kill();
          await posted;
          if (other) other.resume();
          else await stage.startBot();

          await until(() => answersIn(stage.connector, place).length > 0);
          // Whoever would answer again has had the time to.
          await wait(12_000);
          expect(answersIn(stage.connector, place)).toHaveLength(1);
          expect(stage.genie.messages()).toHaveLength(1);
        } finally {
          await stage.close();
        }
      },
      90_000,
    );
  });
});
