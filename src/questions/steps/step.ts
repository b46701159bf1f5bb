import { AppError, codeOf, detailOf } from '../../common/errors.ts';
import { backoffMs } from '../../common/retry.ts';
import { isNoAnswer, isPassing, isTokenRefused, retryAfterMs } from '../../genie/errors.ts';
import type { QuestionDeps } from '../deps.ts';
import { newErrorId } from '../ids.ts';
import type { Change, HeldQuestion } from '../ownership/lease.ts';
import { reportUntaken } from '../pace/probing.ts';
import { awaitedSince, type Question } from '../question.ts';
import { checkOutage } from './checkOutage.ts';
import { showTrouble } from './progress.ts';

/** What to do with a question after a step. */
export type Step =
  /** Take the next step. */
  | { next: 'now' }
  /**
   * Nothing to do before `at` (ms since 1970): come back then. `isTrouble`: because Genie isn't answering, as the asker
   * is to read. `isSure`: it can't be earlier, so nobody need look before.
   */
  | { next: 'later'; at: number; isTrouble?: boolean; isSure?: boolean }
  /** Another question has the session's turn; its end wakes this one. */
  | { next: 'parked' }
  | { next: 'end' };

/**
 * Waits this short are spent in place: the queue delays messages by whole seconds and is polled once a second, which is
 * too coarse for a start time.
 */
export const waitInPlaceMs = 3_000;

export const now: Step = { next: 'now' };

/**
 * Gives up on a question; the asker is told next. The log has the details under the same error ID.
 *
 * @param also what else changes, in the same write: a kill between two would leave half of it
 */
export async function fail(
  held: HeldQuestion,
  error: unknown,
  { log, clock }: Pick<QuestionDeps, 'log' | 'clock'>,
  { silentMs, also = {} }: { silentMs?: number | undefined; also?: Change } = {},
): Promise<Step> {
  const code = codeOf(error);
  const detail = detailOf(error);
  const errorId = newErrorId();
  const { id, state } = held.question;
  log.error('question.failed', { questionId: id, state, errorId, code, detail, silentMs, error });
  await held.save({
    ...also,
    state: 'failing',
    failure: { code, errorId, ...(detail && { detail }), ...(silentMs && { silentMs }) },
    answeredAt: clock.now(),
  });
  return now;
}

/** From one look to the next: soon at first, because most trouble is over at once. */
const lookAgainMs = { least: 1_000, most: waitInPlaceMs };

/** From one try to ask to the next, however long the backoff is: the asker waits for Genie to be back. */
const longestBackoffMs = 15_000;

/** Trouble that lasts this long is no hiccup: the asker is told. */
const worthTellingMs = 4_000;

/**
 * Genie has the question but is in trouble: that may pass, and looking again later loses nothing. Gives up once the
 * trouble has lasted as long as Genie can take altogether, counted from its first sign: a late takeover must not give
 * up at a single lost reply.
 */
export async function waitOut(
  held: HeldQuestion,
  error: unknown,
  deps: QuestionDeps,
): Promise<Step> {
  const { clock, log } = deps;
  // Without storage, nothing can be written here either: the queue redelivers the question.
  if (codeOf(error) === 'storage') throw error;
  const { id, state, askedAs, troubledSince = clock.now() } = held.question;
  if (askedAs !== undefined && isTokenRefused(error)) {
    const message = 'The sign-in ended before the answer was there';
    return fail(held, new AppError('sign-in-expired', message, { cause: error }), deps);
  }
  if (!isPassing(error)) return fail(held, error, deps);
  if (isTooLong(held.question, troubledSince, deps)) return giveUpWaiting(held, error, deps);
  log.warn('question.troubled', { questionId: id, state, code: codeOf(error), error });
  const { isTrouble, backAt } = await judge(held, error, deps);
  const { least, most } = lookAgainMs;
  const lastedMs = clock.now() - troubledSince;
  const untilToldMs = lastedMs < worthTellingMs ? worthTellingMs - lastedMs : most;
  const waitMs = Math.max(least, Math.min(lastedMs, untilToldMs));
  const at = backAt ?? clock.now() + Math.max(waitMs, retryAfterMs(error) ?? 0);
  await held.save({ startAt: at, troubledSince, ...countRetry(held.question, error) });
  return { next: 'later', at, isTrouble };
}

/**
 * Asks again after a backoff, while there is time left if Genie isn't answering, and while there are tries left
 * otherwise. Only if Genie has certainly not accepted the question.
 *
 * @param isBack Genie answered meanwhile: there's no trouble to tell of, unless the next try fails, too
 */
export async function retryLater(
  held: HeldQuestion,
  error: unknown,
  deps: QuestionDeps,
  attempts: number,
  isBack = false,
): Promise<Step> {
  const { clock, log, settings } = deps;
  const code = codeOf(error);
  const { id, throttled = 0, troubledSince = clock.now() } = held.question;
  // Being told to come back later, however often, does not count as a failed try.
  const isLastTry = attempts - throttled > settings.retry.retries && !isNoAnswer(error);
  if (!isPassing(error) || isLastTry) return fail(held, error, deps);
  if (isTooLong(held.question, troubledSince, deps)) return giveUpWaiting(held, error, deps);
  log.warn('question.notAsked', { questionId: id, attempts, code, error });
  const judged = isBack ? undefined : await judge(held, error, deps);
  const waitMs = Math.min(backoffMs(settings.retry, attempts), longestBackoffMs);
  const startAt = judged?.backAt ?? clock.now() + waitMs;
  await held.save({
    state: 'received',
    attempts,
    startAt,
    troubledSince,
    ...countRetry(held.question, error),
  });
  return { next: 'later', at: startAt, isTrouble: judged?.isTrouble === true };
}

/** Genie isn't answering anyone: the question waits until `at` (ms since 1970) without a call. */
export async function holdBack(
  held: HeldQuestion,
  at: number,
  deps: QuestionDeps,
  change: Change = {},
): Promise<Step> {
  const { clock, settings } = deps;
  const { troubledSince = clock.now() } = held.question;
  if (isTooLong(held.question, troubledSince, deps)) {
    const error = new AppError('genie-unavailable', 'Genie was not back in time');
    return giveUpWaiting(held, error, deps);
  }
  const giveUpAt = awaitedSince(held.question, troubledSince) + settings.genieTimeoutMs;
  const startAt = Math.min(at, giveUpAt);
  await held.save({ ...change, startAt, troubledSince });
  return { next: 'later', at: startAt, isTrouble: true };
}

/** What to think of a failed call: whether the asker is told, and when to look again if it's everyone's trouble. */
export async function judge(
  held: HeldQuestion,
  error: unknown,
  deps: QuestionDeps,
): Promise<{ isTrouble: boolean; backAt?: number | undefined }> {
  const now = deps.clock.now();
  const { id, state, troubledSince = now } = held.question;
  if (!isNoAnswer(error) || now - troubledSince < worthTellingMs) return { isTrouble: false };
  // First: finding out can take as long as Genie's silence.
  await showTrouble(held, deps);
  const backAt = await checkOutage(held, troubledSince, deps);
  if (backAt === undefined && state === 'asking') await reportUntaken(id, troubledSince, deps);
  return { isTrouble: true, backAt };
}

function isTooLong(
  question: Question,
  since: number,
  { clock, settings }: Pick<QuestionDeps, 'clock' | 'settings'>,
) {
  return clock.now() >= awaitedSince(question, since) + settings.genieTimeoutMs;
}

/** The trouble has lasted as long as Genie can take altogether. */
function giveUpWaiting(held: HeldQuestion, error: unknown, deps: QuestionDeps): Promise<Step> {
  const { troubledSince } = held.question;
  const silentMs = troubledSince === undefined ? undefined : deps.clock.now() - troubledSince;
  return fail(held, error, deps, { silentMs: isNoAnswer(error) ? silentMs : undefined });
}

/** Counts a step that has to be repeated because of `error`. */
export function countRetry(
  { retries = 0, throttled = 0 }: Question,
  error: unknown,
): Pick<Question, 'retries' | 'throttled'> {
  const isThrottled = codeOf(error) === 'genie-throttled';
  return { retries: retries + 1, ...(isThrottled && { throttled: throttled + 1 }) };
}
