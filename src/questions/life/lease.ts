import { randomUUID } from 'node:crypto';
import type { Clock } from '../../common/clock.ts';
import { codeOf } from '../../common/errors.ts';
import { logWith } from '../../common/log.ts';
import type { QuestionDeps } from '../deps.ts';
import type { Versioned } from '../ports.ts';
import { endStates, type Question } from '../question.ts';

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
}

export type LeaseDeps = Pick<QuestionDeps, 'questions' | 'clock' | 'log'>;

/** Whether somebody is believed to work on the question. */
export function isLeased(question: Question, now: number): boolean {
  return question.lease !== undefined && question.lease.until > now;
}

/** The question as it is written when somebody starts to work on it. */
export function leased(question: Question, now: number): Question {
  return renewed(question, randomUUID(), now);
}

function renewed(question: Question, owner: string, now: number): Question {
  return { ...question, lease: { owner, until: now + leaseMs } };
}

function unleased({ lease: _ours, ...question }: Question): Question {
  return question;
}

/** The question as it is left by somebody who came to an end with it, for now or for good. */
function left({ unfinished: _none, ...question }: Question): Question {
  return unleased(question);
}

/** Takes the lease of a question that nobody holds; `undefined` when another was faster. */
export async function takeLease(
  { value, etag }: Versioned<Question>,
  { questions, clock }: LeaseDeps,
): Promise<Versioned<Question> | undefined> {
  if (isLeased(value, clock.now())) return undefined;
  const { unfinished = 0 } = value;
  const taken = leased({ ...value, unfinished: unfinished + 1 }, clock.now());
  return questions.replace({ value, etag }, taken);
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
  const { questions, clock, log } = deps;
  const { owner = '' } = taken.value.lease ?? {};
  const lost = new AbortController();
  const finished = new AbortController();
  let current = taken;
  let writing: Promise<unknown> = Promise.resolve();

  /** The row as others left it: a rating, or a copy that is shown, changes it too and leaves the lease as it is. */
  const reread = async () => {
    const found = await questions.get(taken.value.id);
    return found?.value.lease?.owner === owner ? found : undefined;
  };
  const replace = async (change: (question: Question) => Question) => {
    for (;;) {
      lost.signal.throwIfAborted();
      const replaced = await questions.replace(current, change(current.value));
      const next = replaced ?? (await reread());
      if (next === undefined) {
        lost.abort(new LeaseLostError('Another instance works on this question'));
        lost.signal.throwIfAborted();
        return;
      }
      current = next;
      if (replaced) return;
    }
  };
  const write = (change: (question: Question) => Question) => {
    // One write after the other: renewals and steps share the same ETag.
    const next = writing.then(() => replace(change));
    writing = next.catch(() => {});
    return next;
  };
  const writeLast = (change: (question: Question) => Question) => {
    // A renewal behind it would take the lease again, for nobody.
    finished.abort();
    return write(change);
  };
  const held: HeldQuestion = {
    get question() {
      return current.value;
    },
    signal: lost.signal,
    async save(change) {
      const { state: before } = current.value;
      await write((question) => renewed(changed(question, change), owner, clock.now()));
      const { id: questionId, state, attempts, acceptedAt } = current.value;
      const { conversationId, messageId } = current.value;
      if (state === before || endStates.has(state)) return;
      const ms = clock.now() - acceptedAt;
      log.info('question.step', { questionId, state, attempts, ms, conversationId, messageId });
    },
    release: (change) => writeLast((question) => left(changed(question, change))),
  };

  const renewing = renew(held, clock, finished.signal);
  try {
    const result = await logWith({ questionId: taken.value.id }, () => work(held));
    const { state, lease } = current.value;
    if (lease && !endStates.has(state)) await writeLast(left);
    return result;
  } catch (error) {
    if (lost.signal.aborted) return undefined;
    // Best effort: whoever comes next should not have to wait for a lease that nobody uses. That storage is troubled is
    // not the question's fault.
    await writeLast(codeOf(error) === 'storage' ? left : unleased).catch(() => {});
    throw error;
  } finally {
    finished.abort();
    await renewing;
  }
}

/** What is known of the work in one state means nothing in the next. */
function changed({ unfinished, sending, ...question }: Question, change: Change): Question {
  const isSame = (change.state ?? question.state) === question.state;
  const known = isSame ? { unfinished, sending } : {};
  const entries = Object.entries({ ...question, ...known, ...change });
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
