import type { Clock } from '../../../../src/common/clock.ts';
import { AppError } from '../../../../src/common/errors.ts';
import { createLog } from '../../../../src/common/log.ts';
import { createAgentAnswerer } from '../../../../src/gateway/agent/agentAnswerer.ts';
import { createAgentMode } from '../../../../src/gateway/agent/agentMode.ts';
import { createLiveTurns } from '../../../../src/gateway/agent/liveTurns.ts';
import { withAgentMode } from '../../../../src/gateway/agent/withAgentMode.ts';
import { createAnswerers } from '../../../../src/gateway/createAnswerers.ts';
import { createEndpointAnswerer } from '../../../../src/gateway/endpointAnswerer.ts';
import type { AgentClient } from '../../../../src/genie/agent/agentClient.ts';
import { GenieError } from '../../../../src/genie/errors.ts';
import type { TokenSource } from '../../../../src/genie/tokenSource.ts';
import { asAsker, type QuestionDeps } from '../../../../src/questions/deps.ts';
import { sessionIdOf } from '../../../../src/questions/ids.ts';
import {
  acceptQuestion,
  type IncomingQuestion,
} from '../../../../src/questions/life/acceptQuestion.ts';
import { continueQuestion } from '../../../../src/questions/life/continueQuestion.ts';
import { rescueQuestion } from '../../../../src/questions/ownership/rescueQuestion.ts';
import { CourierError, type Genie, type Identities } from '../../../../src/questions/ports.ts';
import type { Question } from '../../../../src/questions/question.ts';
import { retryOnConflict } from '../../../../src/questions/retryOnConflict.ts';
import { openSession } from '../../../../src/questions/sessions/sessionTurn.ts';
import { lookAtDue } from '../../../../src/questions/subscriptions/lookAtDue.ts';
import { rescueSubscription } from '../../../../src/questions/subscriptions/rescueSubscription.ts';
import { createNobodysGenie } from '../../../../src/signIn/nobodysGenie.ts';
import {
  createPersonalIdentities,
  createSharedIdentity,
} from '../../../../src/signIn/personalIdentities.ts';
import { createPersonTokens } from '../../../../src/signIn/personTokens.ts';
import type { TokenService } from '../../../../src/signIn/tokenService.ts';
import { rememberLatest } from '../../../../src/storage/rows/rememberLatest.ts';
import type { MemoryQueue, ReceivedWork } from '../../../support/memoryQueue.ts';
import { courierOver } from './chat.ts';
import type { SignInDesk } from './signInDesk.ts';
import type { World } from './world.ts';

/** What goes wrong at one call of an instance to the world outside. */
export type Mishap = 'killed-before' | 'killed-after' | 'reply-lost' | 'nothing-sent';

export interface Instance {
  /** What it works with. */
  readonly deps: QuestionDeps;
  readonly isAlive: boolean;
  /**
   * Whether it was killed while it sent an outcome: an asker is then told that the answer may be missing, or reads twice
   * why there is none.
   */
  readonly diedSending: boolean;
  /** Nothing that it still wanted to do happens. */
  kill(): void;
  accept(question: Arrival): Promise<unknown>;
  /** What the Functions host does: takes messages from the queues until it is killed. */
  serveQueue(): Promise<void>;
}

type Arrival = Omit<IncomingQuestion, 'session'>;

const sessionIdleMs = 4 * 3_600_000;

/** As in `host.json`. */
const maxDequeueCount = 5;
const visibilityTimeoutMs = 15_000;

const lookEveryMs = 500;

/** Never settles: nothing that a killed process still wanted to do happens. */
const never = () => new Promise<never>(() => {});

/**
 * One process of the bot. `mishaps` says what happens at which of its calls, counted from 0. A lost reply and a request
 * that was never sent happen between it and Genie or storage; the courier has its own tests.
 */
export function startInstance(
  world: World,
  mishaps: ReadonlyMap<number, Mishap> = new Map(),
  settings: Partial<QuestionDeps['settings']> = {},
): Instance {
  let calls = 0;
  let isAlive = true;
  /** Questions whose outcomes we began to send and have not marked as sent. */
  const sending = new Set<string>();
  const whileAlive = async <T>(result: Promise<T>): Promise<T> => {
    const value = await result.catch((error: unknown) => {
      if (!isAlive) return never();
      throw error;
    });
    return isAlive ? value : never();
  };
  /** Every method of a port, with its mishaps. */
  const exposed = <T extends object>(name: string, port: T): T =>
    new Proxy(port, {
      get(target, key) {
        const method: unknown = Reflect.get(target, key);
        if (typeof method !== 'function' || key === 'explainFailure') return method;
        return async (...args: unknown[]) => {
          if (!isAlive) return never();
          const mishap = mishaps.get(calls++);
          const run = async () => {
            const result: unknown = await method.apply(target, args);
            if (name === 'questions' && key === 'replace') noteSending(args[1] as Question);
            return result;
          };
          if (mishap === 'nothing-sent') failCall(name, 'no');
          if (mishap === 'killed-after') await run().catch(() => {});
          if (mishap === 'killed-before' || mishap === 'killed-after') {
            isAlive = false;
            return never();
          }
          const result = await whileAlive(run());
          if (mishap === 'reply-lost') failCall(name, 'maybe');
          return result;
        };
      },
    });
  const noteSending = ({ id, state, sending: isBeingSent }: Question) => {
    if ((state === 'answered' || state === 'failing') && isBeingSent) sending.add(id);
    else sending.delete(id);
  };

  const { clock, storage } = world;
  const ownClock: Clock = {
    now: clock.now,
    sleep: (ms, signal) => whileAlive(clock.sleep(ms, signal)),
  };
  const chatMode = exposed('genie', world.genie);
  const log = createLog('error', () => {});
  const genie = createAnswerers({
    genie: world.agents ? inAgentMode(exposed('genie', world.agents)) : chatMode,
    asksGenie: settings.asksGenie ?? true,
    endpoints: {
      names: world.endpoints,
      answerer: createEndpointAnswerer({
        client: exposed('genie', world.serving),
        turns: exposed('turns', storage.turns),
        sessionIdleMs,
        clock: ownClock,
        log,
      }),
    },
  });
  const signIns = exposed('signIns', storage.signIns);
  const { signIns: desk } = world;
  const identities = desk
    ? signingIn(desk, exposed('service', desk.service))
    : createSharedIdentity(genie);

  /** The product's own, over agents with the instance's mishaps. */
  function inAgentMode(client: AgentClient): Genie {
    const workspace = createAgentMode({ clock: ownClock });
    const liveTurns = createLiveTurns(ownClock);
    const agent = createAgentAnswerer(client, client, { clock: ownClock, liveTurns });
    const readSpace = (spaceId: string) => chatMode.describeSpace(spaceId);
    return withAgentMode(chatMode, agent, {
      asksAgents: true,
      workspace,
      own: workspace,
      readSpace,
    });
  }

  /** The product's own, with the instance's mishaps. */
  function signingIn({ guarded }: SignInDesk, service: TokenService): Identities {
    const tokens = createPersonTokens({ service, signIns, clock: ownClock, log });
    const createGenie = (source: TokenSource) => guarded(genie, source);
    return createPersonalIdentities({
      tokens,
      service,
      signIns,
      createGenie,
      clock: ownClock,
      log,
    });
  }

  const deps: QuestionDeps = {
    questions: exposed('questions', storage.questions),
    sessions: exposed('sessions', storage.sessions),
    budgets: rememberLatest(exposed('budgets', storage.budgets), clock),
    allowances: exposed('allowances', storage.allowances),
    sharedPlaces: storage.sharedPlaces,
    ownChats: exposed('ownChats', storage.ownChats),
    chats: exposed('chats', storage.chats),
    deletions: exposed('deletions', storage.deletions),
    subscriptions: exposed('subscriptions', storage.subscriptions),
    queue: exposed('queue', { send: (...args) => storage.queue.send(...args) }),
    looks: exposed('looks', { send: (...args) => storage.looks.send(...args) }),
    genie: createNobodysGenie(),
    identities,
    signIns,
    owners: { whyNot: async () => undefined, placeNow: async (place) => place },
    courier: world.chat
      ? courierOver(exposed('channel', world.chat.channel), ownClock)
      : exposed('courier', world.courier),
    clock: ownClock,
    log,
    sessionIdleMs,
    settings: {
      workspace: 'workspace',
      spaceIds: [],
      asksGenie: true,
      endpoints: world.endpoints,
      questionsPerMinute: 60,
      maxWaitingQuestions: 1000,
      userQuestionsPerMinute: 1000,
      genieTimeoutMs: 600_000,
      retry: { retries: 5, initialBackoffMs: 1_000, maxBackoffMs: 60_000, multiplier: 2 },
      streams: false,
      prependUserEmail: true,
      keepQuestionsMs: 24 * 3_600_000,
      keepWords: false,
      ...settings,
    },
  };

  const listeners = [
    listen(
      storage.queue,
      serving(world.poison, (work) => continueQuestion(work, deps)),
    ),
    listen(
      storage.looks,
      serving(world.poisonLooks, (look) => lookAtDue(look, deps)),
    ),
    listen(
      world.poison,
      rescuing((work) => rescueQuestion(work, deps)),
    ),
    listen(
      world.poisonLooks,
      rescuing((look) => rescueSubscription(look, deps)),
    ),
  ];

  /** Begins the next message, if there is one. */
  async function takeOne(): Promise<boolean> {
    for (const { takeNext } of listeners) if (await takeNext()) return true;
    return false;
  }

  return {
    deps,
    get isAlive() {
      return isAlive;
    },
    get diedSending() {
      return !isAlive && sending.size > 0;
    },
    kill() {
      isAlive = false;
    },
    accept: (arrival) => acceptArrival(arrival, deps),
    async serveQueue() {
      while (isAlive) {
        if (await takeOne()) continue;
        await (world.spansDays ? rest() : deps.clock.sleep(lookEveryMs));
      }
    },
  };

  /** Until the next look at the queues that finds something. */
  async function rest(): Promise<void> {
    const queues = listeners.map(({ queue }) => queue);
    const nextAt = Math.min(...queues.map((queue) => queue.nextAt()));
    const looks = Math.max(1, Math.ceil((nextAt - clock.now()) / lookEveryMs));
    const changed = new AbortController();
    const changes = queues.map((queue) => queue.whenChanged());
    void Promise.race(changes).then(() => changed.abort());
    const slept = deps.clock.sleep(looks * lookEveryMs, changed.signal);
    const isOver = await slept.then(
      () => true,
      () => false,
    );
    if (!isOver) await deps.clock.sleep(lookEveryMs);
  }
}

/** Begins the next message of a queue, if there is one: as with the host, many are worked on at the same time. */
function listen<T>(queue: MemoryQueue<T>, work: (received: ReceivedWork<T>) => Promise<unknown>) {
  const takeNext = async () => {
    const received = await queue.receive();
    if (received) void work(received);
    return received !== undefined;
  };
  return { queue, takeNext };
}

/** As the host does: a message that fails is seen again after a while, or at last is poison. */
function serving<T>(poison: MemoryQueue<T>, carryOut: (work: T) => Promise<void>) {
  return async ({ work, dequeueCount, complete, release }: ReceivedWork<T>) => {
    try {
      await carryOut(work);
    } catch {
      if (dequeueCount < maxDequeueCount) return release(visibilityTimeoutMs);
      await poison.send(work);
    }
    await complete();
  };
}

/** A poisoned message that fails stays hidden for the host's ten minutes, and is tried again. */
function rescuing<T>(rescue: (work: T) => Promise<void>) {
  return ({ work, complete }: ReceivedWork<T>) => rescue(work).then(complete, () => {});
}

/** Takes a question in as the bot does, in the session of its asker. */
export async function acceptArrival(arrival: Arrival, deps: QuestionDeps): Promise<unknown> {
  const { place } = arrival;
  const session = await retryOnConflict(
    deps.clock,
    async () => (await openSession(sessionIdOf(place), place, deps)) ?? 'conflict',
  );
  return acceptQuestion({ ...arrival, session }, asAsker(place, deps));
}

/** A courier without a chat has its own tests: towards it nothing fails here. */
function failCall(port: string, acted: 'no' | 'maybe'): void {
  if (port === 'genie') throw new GenieError('genie-unreachable', 'mishap', { acted });
  if (port === 'channel') {
    throw new CourierError(acted === 'no' ? 'later' : 'unsure', 'mishap', undefined);
  }
  if (port === 'service') throw new AppError('sign-in-unavailable', 'mishap');
  if (port !== 'courier') throw new AppError('storage', 'mishap');
}
