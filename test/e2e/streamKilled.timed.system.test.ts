import { describe, expect, it } from 'vitest';
import type { Activity } from '../../local/chat/activity.ts';
import { aMessage } from '../support/activities.ts';
import { hasLogged, isAnswer, place, question } from '../support/moments.ts';
import { openStage, type Stage } from '../support/openStage.ts';
import { answersIn, messagesIn, submitsOf } from '../support/shownTo.ts';
import type { Bot } from '../support/startBot.ts';
import { until } from '../support/until.ts';

const typeOf = (activity: Partial<Activity>) => activity.channelData?.['streamType'];
const isPacket = (activity: Activity) => typeOf(activity) !== undefined;
const isNext = (activity: Activity) =>
  typeOf(activity) === 'informative' && !!activity.channelData?.['streamId'];
const isLast = (activity: Activity) => typeOf(activity) === 'final';

const packets = ({ connector }: Stage) =>
  connector.requests.filter(({ body }) => isPacket((body ?? {}) as Activity));
const late = { delayMs: 60_000 };

interface Moment {
  name: string;
  prepare?: (stage: Stage) => void;
  isNow: (stage: Stage, bot: Bot) => boolean;
  /** Where the last packet can't be repeated, its answer may be there, and its asker is told. */
  isUnsureInWebChat?: true;
}

const moments: Moment[] = [
  {
    name: 'between the first packet and its reply',
    prepare: ({ connector }) =>
      connector.faults.next({ activity: isPacket }, { ...late, carriedOut: true }),
    isNow: (stage) => packets(stage).length === 1,
  },
  {
    name: 'when the row has its first packet',
    isNow: (stage, { log }) =>
      packets(stage)[0]?.status !== undefined && log.some(({ state }) => state === 'asked'),
  },
  {
    name: 'between a packet and its reply',
    prepare: ({ connector }) =>
      connector.faults.next({ activity: isNext }, { ...late, carriedOut: true }),
    isNow: (stage) => packets(stage).length === 2,
  },
  {
    name: 'between two packets',
    isNow: (stage) =>
      packets(stage).some(({ body, status }) => isNext(body as Activity) && status !== undefined),
  },
  {
    name: 'before the last packet',
    prepare: ({ connector }) => connector.faults.next({ activity: isLast }, late),
    isNow: (stage) => packets(stage).some(({ body }) => isLast(body as Activity)),
    isUnsureInWebChat: true,
  },
  {
    name: 'between the last packet and its reply',
    prepare: ({ connector }) =>
      connector.faults.next({ activity: isLast }, { ...late, carriedOut: true }),
    isNow: ({ connector }) => answersIn(connector, place).length === 1,
    isUnsureInWebChat: true,
  },
];

describe.concurrent.each(['msteams', 'webchat'] as const)(
  'an instance that is killed in %s',
  (channel) => {
    it.each(moments)(
      '$name: the question is asked once and answered once, and no stream is left open',
      async ({ prepare, isNow, isUnsureInWebChat }) => {
        const stage = await openStage({ connector: { channel } });
        try {
          stage.genie.faults.script(question, {
            statuses: [
              { status: 'ASKING_AI', ms: 8_000 },
              { status: 'COMPLETED', ms: 0 },
            ],
          });
          prepare?.(stage);
          const bot = await stage.startBot();
          const { url: serviceUrl } = stage.connector;
          const conversation = {
            id: place,
            ...(channel === 'msteams' && { conversationType: 'personal' }),
          };
          const scene = channel === 'webchat' ? { scene: 'webchat' as const } : {};
          const posted = bot
            .post(aMessage({ text: question, serviceUrl, conversation, ...scene }))
            .catch(() => undefined);
          await until(() => isNow(stage, bot));
          await bot.kill();
          await posted;
          const survivor = await stage.startBot();
          await until(() => hasLogged(survivor, 'question.ended'));
          await stage.azurite.drain();
          expect(stage.genie.messages()).toHaveLength(1);
          const messages = messagesIn(stage.connector, place);
          const offers = messages.filter((each) =>
            submitsOf(each).some((data) => (data as { action?: string }).action === 'show'),
          );
          const isUnsure = channel === 'webchat' && isUnsureInWebChat;
          expect(answersIn(stage.connector, place).length).toBeLessThanOrEqual(1);
          expect(offers).toHaveLength(isUnsure ? 1 : 0);
          if (!isUnsure) expect(messages.filter(isAnswer)).toHaveLength(1);
          const isUnknown = stage.connector.requests.length > 0 && prepare === moments[0]?.prepare;
          // Nobody knows the ID of a stream whose first reply was lost: Teams ends it.
          if (!isUnknown) expect(stage.connector.streams.open(Date.now())).toEqual([]);
          expect(stage.connector.streams.faults).toEqual([]);
        } finally {
          await stage.close();
        }
      },
      90_000,
    );
  },
);
