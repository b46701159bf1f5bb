import { codeOf, detailOf } from '../../common/errors.ts';
import { backoffMs } from '../../common/retry.ts';
import { isPassing } from '../../genie/errors.ts';
import type { QuestionDeps } from '../deps.ts';
import { newErrorId } from '../ids.ts';
import type { Question } from '../question.ts';
import type { HeldQuestion } from './lease.ts';

/** What to do with a question after a step. */
export type Step =
  /** Take the next step. */
  | { next: 'now' }
  /** Nothing to do before `at` (ms since 1970): come back then. */
  | { next: 'later'; at: number }
  /** Another question has the session's turn; its end wakes this one. */
  | { next: 'parked' }
  | { next: 'end' };

/**
 * Waits this short are spent in place: the queue delays messages by whole seconds and is polled once a second, which is
 * too coarse for a start time.
 */
export const waitInPlaceMs = 3_000;

export const now: Step = { next: 'now' };

/** Gives up on a question; the asker is told next. The log has the details under the same error ID. */
export async function fail(
  held: HeldQuestion,
  error: unknown,
  { log, clock }: Pick<QuestionDeps, 'log' | 'clock'>,
): Promise<Step> {
  const code = codeOf(error);
  const detail = detailOf(error);
  const errorId = newErrorId();
  const { id, state } = held.question;
  log.error('question.failed', { questionId: id, state, errorId, code, detail, error });
  await held.save({
    state: 'failing',
    failure: { code, errorId, ...(detail && { detail }) },
    answeredAt: clock.now(),
  });
  return now;
}

const lookAgainMs = 5_000;

/**
 * Genie has the question but is in trouble: that may pass, and looking again later loses nothing. Gives up once the
 * trouble has lasted as long as Genie can take altogether, counted from its first sign: a late takeover must not give
 * up at a single lost reply.
 */
export async function waitOut(
  held: HeldQuestion,
  error: unknown,
  deps: Pick<QuestionDeps, 'log' | 'clock' | 'settings'>,
): Promise<Step> {
  const { clock, log, settings } = deps;
  // Without storage, nothing can be written here either: the queue redelivers the question.
  if (codeOf(error) === 'storage') throw error;
  const { id, state, troubledSince = clock.now() } = held.question;
  if (!isPassing(error) || clock.now() >= troubledSince + settings.genieTimeoutMs) {
    return fail(held, error, deps);
  }
  log.warn('question.troubled', { questionId: id, state, code: codeOf(error), error });
  const startAt = clock.now() + lookAgainMs;
  await held.save({ startAt, troubledSince, ...countRetry(held.question, error) });
  return { next: 'later', at: startAt };
}

/** Asks again after a backoff, while there are tries left. Only if Genie has certainly not accepted the question. */
export async function retryLater(
  held: HeldQuestion,
  error: unknown,
  deps: Pick<QuestionDeps, 'log' | 'clock' | 'settings'>,
  attempts: number,
): Promise<Step> {
  const { clock, log, settings } = deps;
  const code = codeOf(error);
  // Being told to come back later, however often, does not count as a failed try.
  const failed = attempts - (held.question.throttled ?? 0);
  if (!isPassing(error) || failed > settings.retry.retries) return fail(held, error, deps);
  log.warn('question.notAsked', { questionId: held.question.id, attempts, code, error });
  const startAt = clock.now() + backoffMs(settings.retry, attempts);
  await held.save({ state: 'received', attempts, startAt, ...countRetry(held.question, error) });
  return { next: 'later', at: startAt };
}

/** Counts a step that has to be repeated because of `error`. */
export function countRetry(
  { retries = 0, throttled = 0 }: Question,
  error: unknown,
): Pick<Question, 'retries' | 'throttled'> {
  const isThrottled = codeOf(error) === 'genie-throttled';
  return { retries: retries + 1, ...(isThrottled && { throttled: throttled + 1 }) };
}
