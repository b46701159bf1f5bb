import type { Clock } from '../clock.ts';
import { type Log, logWith } from '../log.ts';
import type { QuestionStore, Versioned } from './ports.ts';
import { endStates, type Question } from './question.ts';

/**
 * How long a question is believed to be worked on without a sign of life. Short, because a killed instance is replaced
 * only when it has passed; long enough for some lost renewals.
 */
export const leaseMs = 8_000;

const renewEveryMs = 2_500;

/** Somebody else has taken the question over: whatever we still wanted to do with it is theirs now. */
class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
}

/** New values for some of a question's properties; `undefined` takes one away. */
export type Change = { [Key in keyof Question]?: Question[Key] | undefined };

/** A question that only we may work on. */
export interface HeldQuestion {
  /** As last written. */
  readonly question: Question;
  /** Aborts with a `LeaseLostError` when the question is no longer ours. */
  readonly signal: AbortSignal;
  /** Writes a change, which renews the lease. @throws LeaseLostError */
  save(change: Change): Promise<void>;
  /** Writes a last change and gives the lease up in one, where nothing more is to be done. @throws LeaseLostError */
  release(change: Change): Promise<void>;
  /** Makes sure that the question is still ours, before something that cannot be undone. @throws LeaseLostError */
  confirm(): Promise<void>;
}

export interface LeaseDeps {
  questions: QuestionStore;
  clock: Clock;
  log: Log;
  /** Names this process among all that work on the same storage. */
  owner: string;
}

/** Whether somebody is believed to work on the question. */
export function isLeased(question: Question, now: number): boolean {
  return question.lease !== undefined && question.lease.until > now;
}

/** The question as it is written when `owner` starts to work on it. */
export function leased(question: Question, owner: string, now: number): Question {
  return { ...question, lease: { owner, until: now + leaseMs } };
}

function unleased({ lease: _ours, ...question }: Question): Question {
  return question;
}

/** Takes the lease of a question that nobody holds; `undefined` when another was faster. */
export async function takeLease(
  current: Versioned<Question>,
  { questions, clock, owner }: LeaseDeps,
): Promise<Versioned<Question> | undefined> {
  if (isLeased(current.value, clock.now())) return undefined;
  return questions.replace(current, leased(current.value, owner, clock.now()));
}

/**
 * Runs `work` on a question whose lease we have taken, renews the lease while it runs, and gives it up at the end.
 * Where the lease is lost meanwhile the work is cut short and nothing more is written.
 */
export async function holdLease<T>(
  taken: Versioned<Question>,
  deps: LeaseDeps,
  work: (held: HeldQuestion) => Promise<T>,
): Promise<T | undefined> {
  const { questions, clock, log, owner } = deps;
  const lost = new AbortController();
  const finished = new AbortController();
  let current = taken;
  let writing: Promise<unknown> = Promise.resolve();

  const write = (change: (question: Question) => Question) => {
    // One write after the other: renewals and steps share the same ETag.
    const next = writing.then(async () => {
      lost.signal.throwIfAborted();
      const replaced = await questions.replace(current, change(current.value));
      if (replaced) {
        current = replaced;
        return;
      }
      lost.abort(new LeaseLostError('Another instance works on this question'));
      lost.signal.throwIfAborted();
    });
    writing = next.catch(() => {});
    return next;
  };
  const held: HeldQuestion = {
    get question() {
      return current.value;
    },
    signal: lost.signal,
    async save(change) {
      const { state: before } = current.value;
      await write((question) => leased(changed(question, change), owner, clock.now()));
      const { id: questionId, state, attempts, acceptedAt } = current.value;
      const { conversationId, messageId } = current.value;
      if (state === before || endStates.has(state)) return;
      const ms = clock.now() - acceptedAt;
      log.info('question.step', { questionId, state, attempts, ms, conversationId, messageId });
    },
    release: (change) => write((question) => unleased(changed(question, change))),
    async confirm() {
      const left = (current.value.lease?.until ?? 0) - clock.now();
      if (left < leaseMs / 2) await held.save({});
    },
  };

  const renewing = renew(held, clock, finished.signal);
  try {
    const result = await logWith({ questionId: taken.value.id }, () => work(held));
    const { state, lease } = current.value;
    if (lease && !endStates.has(state)) await write(unleased);
    return result;
  } catch (error) {
    if (lost.signal.aborted) return undefined;
    // Best effort: whoever comes next should not have to wait for a lease that nobody uses.
    await write(unleased).catch(() => {});
    throw error;
  } finally {
    finished.abort();
    await renewing;
  }
}

function changed(question: Question, change: Change): Question {
  const entries = Object.entries({ ...question, ...change });
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined),
  ) as unknown as Question;
}

async function renew(held: HeldQuestion, clock: Clock, finished: AbortSignal): Promise<void> {
  while (!finished.aborted) {
    try {
      await clock.sleep(renewEveryMs, finished);
      await held.save({});
    } catch (error) {
      if (error instanceof LeaseLostError) return;
      // Finished, or storage is troubled: the next round, or the next step, finds out.
    }
  }
}
