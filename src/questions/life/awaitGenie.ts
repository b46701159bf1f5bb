import type { Answer } from '../../answers/answer.ts';
import { AppError, codeOf } from '../../common/errors.ts';
import { isPassing } from '../../genie/errors.ts';
import type { Message, MessageStatus } from '../../genie/types.ts';
import type { QuestionDeps } from '../deps.ts';
import type { Change, HeldQuestion } from '../ownership/lease.ts';
import type { Said } from '../ports.ts';
import { awaitedSince, idsOf, type Question } from '../question.ts';
import { endingAt, reportEnd } from '../steps/ending.ts';
import { isEarly, keepUntilDue } from '../steps/keepUntilDue.ts';
import { listen } from '../steps/listen.ts';
import { createProgressReporter, type ProgressReporter } from '../steps/progress.ts';
import { fail, now, type Step, waitOut } from '../steps/step.ts';
import { timeStatuses } from '../steps/timeStatuses.ts';
import { startOver } from './startOver.ts';

/** How long and how often we still look for an answer after telling the asker that it takes too long. */
const overdueMs = 60 * 60_000;
const overdueLookMs = 30_000;

/** After trouble, Genie counts as back when all polls have succeeded for this long: one in ten would make it flicker. */
const steadyMs = 5_000;

/** From one poll to the next, at most. */
const pauseMs = 5_000;

/** What `watch` learned and later steps can reuse; after a takeover it is read again. */
export interface Seen {
  message?: Message;
  /** The answer as it is being read. If that fails, it is read again. */
  answer?: Promise<Answer> | undefined;
  /** Genie's words, known before its rows. */
  texts?: readonly string[];
  /** Shows the progress, possibly still sending. */
  progress?: ProgressReporter;
}

/** `asked`: waits until Genie is done or `until` is reached, and shows the progress. */
export async function watch(
  held: HeldQuestion,
  deps: QuestionDeps,
  until: number,
  seen: Seen,
): Promise<Step> {
  const { clock, genie, settings } = deps;
  const ids = idsOf(held.question);
  const { askedAt = clock.now() } = held.question;
  const deadline = awaitedSince(held.question, askedAt) + settings.genieTimeoutMs;
  const note = timeStatuses(held.question.msByStatus, clock.now());
  const progress = seen.progress ?? createProgressReporter(held, deps);
  seen.progress = progress;
  let heardFrom: number | undefined;
  const onStatus = (status: MessageStatus, said?: Said) => {
    const at = clock.now();
    const msByStatus = note(status, at);
    heardFrom ??= at;
    const isSteady = held.question.troubledSince === undefined || at - heardFrom >= steadyMs;
    if (isSteady) progress.report(status, msByStatus, said);
  };
  const poll = (heard: () => void) =>
    genie.watch(
      ids,
      Math.min(until, deadline),
      (status, said) => {
        heard();
        onStatus(status, said);
      },
      held.signal,
    );
  let message: Message | undefined;
  try {
    message = await listen(held, deps, poll, { pauseMs });
  } catch (error) {
    held.signal.throwIfAborted();
    // Only a conversation that was there before can have got another owner. A message that isn't found might be soon.
    const isFollowUp = held.question.previousMessageId !== undefined;
    const isClosed = codeOf(error) === 'conversation-closed';
    if (isFollowUp && isClosed) return startOver(held, error, deps);
    return waitOut(held, error, deps);
  }
  if (message === undefined) {
    if (clock.now() < deadline) return { next: 'later', at: clock.now() };
    const seconds = Math.round(settings.genieTimeoutMs / 1000);
    return fail(held, new AppError('genie-timeout', `Genie took over ${seconds} s`), deps);
  }
  const msByStatus = note(message.status, clock.now());
  return conclude(held, message, deps, seen, { msByStatus });
}

/** `overdue`: the asker was told, but Genie may still answer, so it is polled now and then. */
export async function watchOverdue(
  held: HeldQuestion,
  deps: QuestionDeps,
  seen: Seen,
): Promise<Step> {
  const { clock, genie } = deps;
  const { answeredAt: toldAt = 0 } = held.question;
  let message: Message | undefined;
  try {
    const silent = () => {};
    message = await genie.watch(idsOf(held.question), clock.now(), silent, held.signal);
  } catch (error) {
    held.signal.throwIfAborted();
    if (codeOf(error) === 'storage') throw error;
    if (!isPassing(error)) return endOverdue(held, deps, error);
  }
  if (message?.status === 'COMPLETED' || message?.status === 'QUERY_RESULT_EXPIRED') {
    await held.save({ failure: undefined, run: unsilenced(held.question) });
    return conclude(held, message, deps, seen);
  }
  if (message || clock.now() > toldAt + overdueMs) return endOverdue(held, deps);
  const startAt = clock.now() + overdueLookMs;
  await held.save({ startAt });
  return { next: 'later', at: startAt };
}

/** Of a failure there was nothing new to say; of an answer there is. */
function unsilenced({ run }: Question): Question['run'] {
  if (run === undefined) return undefined;
  const { silent: _failed, ...rest } = run;
  return rest;
}

/** Ends silently: the asker has already been told that there is no answer. */
async function endOverdue(held: HeldQuestion, deps: QuestionDeps, error?: unknown): Promise<Step> {
  const { clock, log } = deps;
  log.info('question.gaveUp', { questionId: held.question.id, error });
  await held.save({ state: 'failed', ...endingAt(clock.now(), deps) });
  reportEnd(held.question, log);
  return { next: 'end' };
}

/** The answerer is done, one way or another. */
export async function conclude(
  held: HeldQuestion,
  message: Message,
  deps: QuestionDeps,
  seen: Seen,
  change: Change = {},
): Promise<Step> {
  const { clock, genie } = deps;
  if (message.status === 'CANCELLED') {
    return fail(held, new AppError('genie-cancelled', 'Genie says CANCELLED'), deps);
  }
  if (message.status === 'FAILED') {
    const { type = 'UNKNOWN', text = '' } = message.error ?? {};
    // Genie's text may quote the question, its SQL or a value from a row.
    deps.log.debug('genie.said', { questionId: held.question.id, type, text });
    const detail = genie.explainFailure(message).kind;
    seen.message = message;
    return fail(held, new AppError('genie-failed', `Genie says FAILED: ${type}`, { detail }), deps);
  }
  const answered: Change = {
    ...change,
    state: 'answered',
    troubledSince: undefined,
    answeredAt: clock.now(),
  };
  if (isEarly({ ...held.question, state: 'answered' }, clock.now())) {
    return keepUntilDue(held, answered);
  }
  seen.message = message;
  seen.answer = genie.readAnswer(message, held.signal, (texts) => {
    seen.texts = texts;
  });
  // `deliver` handles a failure.
  seen.answer.catch(() => {});
  await held.save(answered);
  return now;
}
