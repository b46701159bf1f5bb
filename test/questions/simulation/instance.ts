import { GenieError } from '../../../src/genie/errors.ts';
import { createLog } from '../../../src/log.ts';
import { acceptQuestion, type IncomingQuestion } from '../../../src/questions/acceptQuestion.ts';
import { continueQuestion } from '../../../src/questions/continueQuestion.ts';
import type { QuestionDeps } from '../../../src/questions/deps.ts';
import type { World } from './world.ts';

/** What goes wrong at one call of an instance to the world outside. */
export type Mishap = 'killed-before' | 'killed-after' | 'reply-lost' | 'nothing-sent';

export interface Instance {
  readonly isAlive: boolean;
  /** The call at which the instance was killed, if it was: `genie.ask`, `courier.deliverAnswer`, … */
  readonly killedAt: string | undefined;
  accept(question: IncomingQuestion): Promise<unknown>;
  /** What the Functions host does: takes messages from the queue until it is killed. */
  serveQueue(): Promise<void>;
}

/** Never settles: nothing that a killed process still wanted to do happens. */
const never = () => new Promise<never>(() => {});

/**
 * One process of the bot. `mishaps` says what happens at which of its calls, counted from 0; a lost reply and a request
 * that was never sent are only known of Genie, elsewhere they do nothing.
 */
export function startInstance(
  world: World,
  owner: string,
  mishaps: ReadonlyMap<number, Mishap>,
  settings: Partial<QuestionDeps['settings']> = {},
): Instance {
  let calls = 0;
  let killedAt: string | undefined;
  const whileAlive = async <T>(result: Promise<T>): Promise<T> => {
    const value = await result.catch((error: unknown) => {
      if (killedAt) return never();
      throw error;
    });
    return killedAt ? never() : value;
  };
  /** Every method of a port, with its mishaps. */
  const exposed = <T extends object>(name: string, port: T): T =>
    new Proxy(port, {
      get(target, key) {
        const method: unknown = Reflect.get(target, key);
        if (typeof method !== 'function' || key === 'explainFailure') return method;
        return async (...args: unknown[]) => {
          if (killedAt) return never();
          const mishap = mishaps.get(calls++);
          const call = `${name}.${String(key)}`;
          const run = () => Promise.resolve(method.apply(target, args));
          if (mishap === 'killed-before') {
            killedAt = call;
            return never();
          }
          if (mishap === 'nothing-sent' && name === 'genie') {
            throw new GenieError('genie-unreachable', 'refused', { acted: 'no' });
          }
          if (mishap === 'killed-after') {
            void run().catch(() => {});
            killedAt = call;
            return never();
          }
          const result = await whileAlive(run());
          if (mishap === 'reply-lost' && name === 'genie') {
            throw new GenieError('genie-unreachable', 'reset', { acted: 'maybe' });
          }
          return result;
        };
      },
    });

  const { clock, storage } = world;
  const deps: QuestionDeps = {
    questions: exposed('questions', storage.questions),
    sessions: exposed('sessions', storage.sessions),
    budgets: exposed('budgets', storage.budgets),
    queue: exposed('queue', { send: storage.queue.send }),
    genie: exposed('genie', world.genie),
    courier: exposed('courier', world.courier),
    clock: { now: clock.now, sleep: (ms, signal) => whileAlive(clock.sleep(ms, signal)) },
    log: createLog('error', () => {}),
    owner,
    sessionIdleMs: 4 * 3_600_000,
    settings: {
      workspace: 'workspace',
      questionsPerMinute: 60,
      maxWaitingQuestions: 1000,
      genieTimeoutMs: 600_000,
      retry: { retries: 5, initialBackoffMs: 1_000, maxBackoffMs: 60_000, multiplier: 2 },
      prependUserEmail: true,
      keepQuestionsMs: 24 * 3_600_000,
      ...settings,
    },
  };

  return {
    get isAlive() {
      return killedAt === undefined;
    },
    get killedAt() {
      return killedAt;
    },
    accept: (question) => acceptQuestion(question, deps),
    async serveQueue() {
      while (killedAt === undefined) {
        const received = await storage.queue.receive();
        if (received === undefined) {
          await deps.clock.sleep(500);
          continue;
        }
        // As the host does: in parallel, and a message whose function throws is seen again.
        void continueQuestion(received.work, deps).then(
          () => received.complete(),
          () => {},
        );
      }
    },
  };
}
