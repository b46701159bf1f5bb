import type { Stage } from './openStage.ts';
import { answersIn } from './shownTo.ts';
import type { Bot } from './startBot.ts';

/** Where and what is asked in each of these moments. */
export const question = 'Which products generate the highest total sales value?';
export const place = 'killed';

export interface Moment {
  name: string;
  /** Sets the trap, before the question is asked. */
  prepare?: (stage: Stage) => void;
  /** True at the moment at which it happens. */
  isNow: (stage: Stage, bot: Bot, isAcknowledged: boolean) => boolean;
}

const asks = (stage: Stage) =>
  stage.genie.requests.filter(({ path }) => path.endsWith('/start-conversation')).length;
const looks = (stage: Stage) =>
  stage.genie.requests.filter(({ method, path }) => method === 'GET' && /messages\/\w+$/.test(path))
    .length;
const rowsRead = (stage: Stage) =>
  stage.genie.requests.filter(({ path }) => path.endsWith('/query-result')).length;
export const hasLogged = ({ log }: Bot, name: string) => log.some(({ event }) => event === name);
export const isAnswer = (activity: { attachments?: unknown[] }) =>
  (activity.attachments ?? []).length > 0;

/** The moments in the life of a question at which its instance may die, or lose storage, in order. */
export const moments: Moment[] = [
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
    name: 'when its question is written',
    isNow: (_stage, bot) => hasLogged(bot, 'question.accepted'),
  },
  {
    name: 'when the channel has its 200',
    isNow: (_stage, _bot, isAcknowledged) => isAcknowledged,
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
    isNow: (_stage, bot) => hasLogged(bot, 'question.ended'),
  },
];
