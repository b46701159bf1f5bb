import { randomUUID } from 'node:crypto';
import type { Clock } from '../../common/clock.ts';
import { codeOf } from '../../common/errors.ts';
import { logWith } from '../../common/log.ts';
import type { QuestionDeps } from '../deps.ts';
import type { Versioned } from '../ports.ts';
import { endStates, isLeased, type Question } from '../question.ts';

/**
 * How long the owner of a question counts as alive without a renewal. Short, because a killed instance is replaced only
 * when this has passed; long enough for a few lost renewals.
 */
export const leaseMs = 8_000;

const renewEveryMs = 2_500;

/** Another instance has taken the question over: whatever is left to do is up to the new owner. */
class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
}

/** New values for some of a question's properties; `undefined` removes one. */
export type Change = { [Key in keyof Question]?: Question[Key] | undefined };

/** A question we own. */
export interface HeldQuestion {
  /** As last written. */
  readonly question: Question;
  /** Aborts with a `LeaseLostError` when the question is no longer ours. */
  readonly signal: AbortSignal;
  /** Writes a change, which renews the lease. @throws LeaseLostError */
  save(change: Change): Promise<void>;
  /** Writes a last change and releases the lease in one write. @throws LeaseLostError */
  release(change: Change): Promise<void>;
}

export type LeaseDeps = Pick<QuestionDeps, 'questions' | 'clock' | 'log'>;

/** The question with a new owner. */
export function leased(question: Question, now: number): Question {
  return renewed(question, randomUUID(), now);
}

function renewed(question: Question, owner: string, now: number): Question {
  return { ...question, lease: { owner, until: now + leaseMs } };
}

function unleased({ lease: _ours, ...question }: Question): Question {
  return question;
}

/** The question after an attempt that ended in an orderly way, for now or for good. */
function left({ unfinished: _none, ...question }: Question): Question {
  return unleased(question);
}

/** Takes the lease of a question without an owner; `undefined` if another instance was faster. */
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
 * Runs `work` on a question whose lease we have taken, renews the lease while it runs, and releases it at the end. If
 * the lease is lost meanwhile, the work is aborted and nothing more is written.
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

  /** The row as others left it: a rating or a new copy changes it too, but leaves our lease in place. */
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
    // One write at a time: renewals and steps share the same ETag.
    const next = writing.then(() => replace(change));
    writing = next.catch(() => {});
    return next;
  };
  const writeLast = (change: (question: Question) => Question) => {
    // A later renewal would take the lease again, without an owner.
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
    // Best effort: the next owner should not have to wait for an abandoned lease. Trouble with storage is not the
    // question's fault, so it is no crashed attempt.
    await writeLast(codeOf(error) === 'storage' ? left : unleased).catch(() => {});
    throw error;
  } finally {
    finished.abort();
    await renewing;
  }
}

/** What we know about the work in one state means nothing in the next. */
function changed(
  { unfinished, sending, refusals, claiming, ...question }: Question,
  change: Change,
): Question {
  const isSame = (change.state ?? question.state) === question.state;
  const known = isSame ? { unfinished, sending, refusals, claiming } : {};
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
      // Finished, or storage is in trouble: the next round or the next step finds out.
    }
  }
}
