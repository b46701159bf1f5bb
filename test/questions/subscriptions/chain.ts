import type { Clock } from '../../../src/common/clock.ts';
import { AppError, type ErrorCode } from '../../../src/common/errors.ts';
import { createLog } from '../../../src/common/log.ts';
import type { QuestionDeps } from '../../../src/questions/deps.ts';
import type { Courier, DueWork, Owners, Work } from '../../../src/questions/ports.ts';
import type { Question } from '../../../src/questions/question.ts';
import type { Run, Subscription } from '../../../src/questions/subscription.ts';
import {
  type Creation,
  createSubscription,
  type NewSubscription,
} from '../../../src/questions/subscriptions/createSubscription.ts';
import { isLate } from '../../../src/questions/subscriptions/isLate.ts';
import { learnRun } from '../../../src/questions/subscriptions/learnRun.ts';
import { lookAtDue } from '../../../src/questions/subscriptions/lookAtDue.ts';
import { lookAtOverdue } from '../../../src/questions/subscriptions/lookAtOverdue.ts';
import { rescueSubscription } from '../../../src/questions/subscriptions/rescueSubscription.ts';
import { whySilent } from '../../../src/questions/subscriptions/whySilent.ts';
import { aPlace } from '../../support/aPlace.ts';
import { createFakeClock } from '../../support/fakeClock.ts';
import { openMemoryStorage } from '../../support/openMemoryStorage.ts';
import type { Mishap } from '../life/simulation/instance.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** As in `host.json`, and what the queue does with a message whose receiver was killed. */
const host = { mostTries: 5, hiddenMs: 15 * secondMs, killedMs: 10 * minuteMs };

const replacedAfterMs = 20 * secondMs;

/** A Saturday. */
export const start = Date.UTC(2026, 10, 21, 12);

/** What a run ends with once it's due. */
export type End = Partial<Question> & { finding?: Run['finding']; isUntold?: true };

/** An answer to a run that was shown. */
interface ShownRun {
  dueAt: number;
  at: number;
  revision: number;
  skipped: Run['skipped'];
}

interface ChainOptions {
  /** What happens at which call of each instance, in the order in which they start. */
  mishaps?: readonly ReadonlyMap<number, Mishap>[];
  whyNot?: Owners['whyNot'];
  placeNow?: Owners['placeNow'];
  end?: (question: Question, count: number) => End;
  arePersonal?: boolean;
  mostOfOne?: number;
}

interface Instance {
  deps: QuestionDeps;
  isAlive: boolean;
  calls: number;
}

const never = () => new Promise<never>(() => {});

/** What an owner may wish. */
export function aWish(overrides: Partial<NewSubscription> = {}): NewSubscription {
  return {
    place: aPlace({ channelId: 'msteams' }),
    activityId: 'activity-1',
    text: 'Revenue by region',
    user: { name: 'Ada', email: 'ada@example.com', knownBy: 'teams', lookedUp: true },
    schedule: { every: 'day', at: { hour: 9, minute: 0 } },
    timeZone: 'UTC',
    ...overrides,
  };
}

/**
 * Subscriptions with everything that looks at them: storage, the queue, instances that are replaced when they are
 * killed, and the hourly sweep. The life of their questions is told in short.
 */
export function createChain(options: ChainOptions = {}) {
  const { mishaps = [], whyNot, placeNow, arePersonal = false } = options;
  const { end = (): End => ({}) } = options;
  const { mostOfOne = 10 } = options;
  const clock = createFakeClock({ now: start });
  const storage = openMemoryStorage(clock);
  /** When something can happen that no sleeper waits for. */
  const moments = new Set<number>();
  const asked: Question[] = [];
  const open = new Map<string, { endsAt: number; by?: Instance }>();
  const shown: ShownRun[] = [];
  const silent: { dueAt: number; why: string }[] = [];
  const told: { id: string; news: string }[] = [];
  const sent: { work: Work | DueWork; delayMs: number }[] = [];
  const instances: Instance[] = [];
  let isOn = true;
  let skewMs = 0;
  let diedAt: number | undefined;
  let downUntil = 0;
  let sweptAt = start;
  let outageUntil = 0;

  const questions: QuestionDeps['questions'] = {
    ...storage.questions,
    async insert(question) {
      const inserted = await storage.questions.insert(question);
      if (inserted === undefined) return undefined;
      asked.push(question);
      const endsAt = Math.max(question.run?.dueAt ?? 0, question.acceptedAt) + 5 * secondMs;
      open.set(question.id, { endsAt });
      moments.add(endsAt);
      return inserted;
    },
  };
  // Nothing takes these: `endRun` stands for what they do.
  const queue: QuestionDeps['queue'] = {
    async send(work, delayMs = 0) {
      sent.push({ work, delayMs });
    },
  };
  const looks: QuestionDeps['looks'] = {
    async send(work, delayMs = 0) {
      sent.push({ work, delayMs });
      moments.add(clock.now() + delayMs + secondMs);
      await storage.looks.send(work, delayMs);
    },
  };

  function build(at: ReadonlyMap<number, Mishap> = new Map()): Instance {
    const instance: Instance = { deps: {} as QuestionDeps, isAlive: true, calls: 0 };
    const whileAlive = async <T>(result: Promise<T>): Promise<T> => {
      const value = await result.catch((error: unknown) => {
        if (!instance.isAlive) return never();
        throw error;
      });
      return instance.isAlive ? value : never();
    };
    const exposed = <T extends object>(port: T): T =>
      new Proxy(port, {
        get(target, key) {
          const method: unknown = Reflect.get(target, key);
          if (typeof method !== 'function') return method;
          return async (...args: unknown[]) => {
            if (!instance.isAlive) return never();
            const mishap = clock.now() < outageUntil ? 'nothing-sent' : at.get(instance.calls++);
            const act = async (): Promise<unknown> => method.apply(target, args);
            if (mishap === 'nothing-sent') throw new AppError('storage', 'mishap');
            if (mishap === 'killed-after') await act().catch(() => {});
            if (mishap === 'killed-before' || mishap === 'killed-after') {
              instance.isAlive = false;
              return never();
            }
            const result = await whileAlive(act());
            if (mishap === 'reply-lost') throw new AppError('storage', 'mishap');
            return result;
          };
        },
      });
    const ownClock: Clock = {
      now: () => clock.now() + skewMs,
      sleep: (ms, signal) => whileAlive(clock.sleep(ms, signal)),
    };
    const courier: Pick<Courier, 'tellSubscription'> = {
      async tellSubscription({ id }, news) {
        told.push({ id, news });
      },
    };
    instance.deps = {
      ...storage,
      questions: exposed(questions),
      subscriptions: exposed(storage.subscriptions),
      queue: exposed(queue),
      looks: exposed(looks),
      owners: exposed({
        whyNot: whyNot ?? (async () => undefined),
        placeNow: placeNow ?? (async (place) => place),
      }),
      identities: { arePersonal } as QuestionDeps['identities'],
      genie: {} as QuestionDeps['genie'],
      courier: courier as Courier,
      clock: ownClock,
      log: createLog('error', () => {}),
      sessionIdleMs: hourMs,
      settings: {
        get subscriptions() {
          return isOn ? { mostOfOne } : undefined;
        },
        keepQuestionsMs: 30 * dayMs,
        prependUserEmail: true,
      } as QuestionDeps['settings'],
    };
    return instance;
  }
  const startTwo = () => {
    for (let count = 0; count < 2; count += 1) instances.push(build(mishaps[instances.length]));
  };
  startTwo();
  /** Does what owners wish. */
  const well = build();

  const alive = () => instances.filter(({ isAlive }) => isAlive);

  async function serve(instance: Instance): Promise<boolean> {
    const received = await storage.looks.receive(host.killedMs);
    if (received === undefined) return false;
    const { work, dequeueCount, complete, release } = received;
    moments.add(clock.now() + host.killedMs + secondMs);
    const carryOut = async () => {
      try {
        await lookAtDue(work, instance.deps);
      } catch {
        if (dequeueCount < host.mostTries) {
          moments.add(clock.now() + host.hiddenMs);
          return release(host.hiddenMs);
        }
        const rescuing = rescueSubscription(work, instance.deps);
        // The host tries that again as well.
        if (!(await rescuing.then(() => true).catch(() => false))) return;
      }
      if (instance.isAlive) await complete();
    };
    void carryOut();
    return true;
  }

  /** What the life of a question does, in short: its outcome is shown when it's due, once. */
  async function endRun(id: string, { deps }: Instance): Promise<void> {
    const current = await storage.questions.get(id);
    const run = current?.value.run;
    if (!current || !run) return;
    const { finding, isUntold, ...ended } = end(current.value, asked.length);
    const state = ended.failure ? 'failed' : 'delivered';
    const about = { ...current.value, ...ended };
    const why =
      (await whySilent({ ...about, state: ended.failure ? 'failing' : 'answered' }, deps)) ??
      (isLate(about, deps.clock.now()) ? 'late' : undefined) ??
      (finding?.is === 'unmet' ? 'unmet' : undefined);
    const { dueAt, revision, skipped } = run;
    if (why) silent.push({ dueAt, why });
    else if (state === 'delivered') shown.push({ dueAt, at: clock.now(), revision, skipped });
    const isFailed = state === 'failed' || (why !== undefined && why !== 'unmet');
    const question: Question = {
      ...about,
      state: isFailed ? 'failed' : 'delivered',
      endedAt: clock.now(),
      ...(!why && !isUntold && { answerActivityId: 'answer' }),
      ...ended,
      run: { ...run, ...(finding && { finding }), ...(why && { silent: why }) },
    };
    await storage.questions.replace(current, question);
    open.delete(id);
    await learnRun(question, deps);
  }

  async function act(): Promise<void> {
    const now = clock.now();
    if (alive().length === 0) {
      diedAt ??= now;
      const backAt = Math.max(downUntil, diedAt + replacedAfterMs);
      moments.add(backAt);
      if (now < backAt) return;
      diedAt = undefined;
      startTwo();
    }
    for (let count = 0; ; count += 1) {
      const one = alive()[count % 2] ?? alive()[0];
      if (!one || !(await serve(one))) break;
    }
    for (const [id, { endsAt, by }] of open) {
      const [one] = alive();
      if (!one || endsAt > now || by?.isAlive) continue;
      open.set(id, { endsAt, by: one });
      const tryAgain = () => void (open.has(id) && open.set(id, { endsAt }));
      void endRun(id, one).catch(tryAgain);
    }
    const hour = Math.floor(now / hourMs) * hourMs;
    if (alive().length > 0 && hour > sweptAt) {
      sweptAt = hour;
      // It meets no mishaps: they are for what has to be made good.
      const sweep = async () => {
        await well.deps.subscriptions.deleteExpired(clock.now());
        await lookAtOverdue(well.deps);
      };
      void sweep().catch(() => {});
    }
  }

  /** Lets time pass until `time` (ms since 1970). */
  async function passTo(time: number): Promise<void> {
    await clock.advance(0);
    await act();
    while (clock.now() < time) {
      const now = clock.now();
      for (const each of moments) if (each <= now) moments.delete(each);
      const hour = (Math.floor(now / hourMs) + 1) * hourMs;
      const isBusy = clock.sleeping > 0 || [...open.values()].some(({ endsAt }) => endsAt <= now);
      const next = Math.min(time, hour, ...moments, isBusy ? now + secondMs : time);
      await clock.advance(next - now);
      await act();
      await clock.advance(0);
      if (clock.now() === next) await act();
    }
  }

  return {
    clock,
    storage,
    /** The questions that were asked, in order. */
    asked,
    /** Answers that were shown, and runs that ended without. */
    shown,
    silent,
    /** What owners were told of their subscriptions. */
    told,
    /** All that was put into the queues. */
    sent,
    passTo,
    /** Those of an instance that meets no mishaps. */
    deps: well.deps,
    /** Those of one that does. */
    depsWith: (at: ReadonlyMap<number, Mishap>) => build(at).deps,
    create: (overrides: Partial<NewSubscription> = {}, deps = well.deps) =>
      createSubscription(aWish(overrides), deps),
    async read(id: string): Promise<Subscription | undefined> {
      return (await storage.subscriptions.get(id))?.value;
    },
    /** Kills all, and starts none for so long. */
    takeDown(ms: number): void {
      for (const each of alive()) each.isAlive = false;
      downUntil = clock.now() + ms;
      diedAt ??= clock.now();
      moments.add(downUntil);
    },
    /** Has each call of instances to storage and the queue fail for so long. */
    breakStorage(ms: number): void {
      outageUntil = clock.now() + ms;
    },
    /** Leaves a run as it is. */
    hold: (questionId: string) => open.delete(questionId),
    /** Loses all messages. */
    async loseMessages(): Promise<void> {
      storage.looks.lose();
    },
    /** Whether subscriptions are on. */
    turn(on: boolean): void {
      isOn = on;
    },
    /** How much instances' clocks are ahead. */
    skew(ms: number): void {
      skewMs = ms;
    },
    /** The looks that wait in the queue for a subscription. */
    looksOf: (id: string) =>
      sent.filter((each): each is typeof each & { work: DueWork } =>
        'subscriptionId' in each.work ? each.work.subscriptionId === id : false,
      ),
  };
}

/** The subscription that was made. @throws if there is none */
export function made(creation: Creation): Subscription {
  if (creation.is === 'too-many') throw new Error('Too many');
  return creation.subscription;
}

/** A run that fails. */
export function failing(code: ErrorCode, also: End = {}): End {
  return { failure: { code, errorId: 'e' }, ...also };
}
