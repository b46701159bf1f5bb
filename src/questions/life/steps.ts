import { codeOf } from '../../common/errors.ts';
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
  /** Another question has the session's turn; whoever ends it says when to go on. */
  | { next: 'parked' }
  | { next: 'end' };

/**
 * A wait this short is spent in place: the queue shows a message to the second, and looks once a second, which is too
 * coarse for a start time.
 */
export const waitInPlaceMs = 3_000;

export const now: Step = { next: 'now' };

/** Gives up on a question: what remains is to tell the asker. The log gets all there is under the same error id. */
export async function fail(
  held: HeldQuestion,
  error: unknown,
  { log, clock }: Pick<QuestionDeps, 'log' | 'clock'>,
  detail?: string,
): Promise<Step> {
  const code = codeOf(error);
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
 * Genie is troubled while it has the question: that may pass, and nothing is lost by looking again later. Gives up when
 * it has lasted as long as Genie may take altogether. That is counted from its first sign: whoever takes a question over
 * late must not give up at a single lost reply.
 */
export async function waitOut(
  held: HeldQuestion,
  error: unknown,
  deps: Pick<QuestionDeps, 'log' | 'clock' | 'settings'>,
): Promise<Step> {
  const { clock, log, settings } = deps;
  // Without storage nothing can be written down here either: the queue brings the question again.
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

/** Asks again after a backoff what Genie certainly has not taken, as long as tries are left. */
export async function retryLater(
  held: HeldQuestion,
  error: unknown,
  deps: Pick<QuestionDeps, 'log' | 'clock' | 'settings'>,
  attempts: number,
): Promise<Step> {
  const { clock, log, settings } = deps;
  const code = codeOf(error);
  // Being told to come back later, however often, is no failed try.
  const failed = attempts - (held.question.throttled ?? 0);
  if (!isPassing(error) || failed > settings.retry.retries) return fail(held, error, deps);
  log.warn('question.notAsked', { questionId: held.question.id, attempts, code, error });
  const startAt = clock.now() + backoffMs(settings.retry, attempts);
  await held.save({ state: 'received', attempts, startAt, ...countRetry(held.question, error) });
  return { next: 'later', at: startAt };
}

/** What the row of a question learns when a step has to be repeated because of `error`. */
export function countRetry(
  { retries = 0, throttled = 0 }: Question,
  error: unknown,
): Pick<Question, 'retries' | 'throttled'> {
  const isThrottled = codeOf(error) === 'genie-throttled';
  return { retries: retries + 1, ...(isThrottled && { throttled: throttled + 1 }) };
}
