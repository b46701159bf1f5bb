import { AppError, codeOf } from '../../common/errors.ts';
import { isPassing, isTokenRefused, mayHaveActed, retryAfterMs } from '../../genie/errors.ts';
import type { Message } from '../../genie/types.ts';
import type { QuestionDeps } from '../deps.ts';
import type { HeldQuestion } from '../ownership/lease.ts';
import { awaitedSince, idsOf } from '../question.ts';
import { createProgressReporter, showStarting } from '../steps/progress.ts';
import { countRetry, fail, type Step, waitInPlaceMs } from '../steps/step.ts';
import { timeStatuses } from '../steps/timeStatuses.ts';
import { conclude, type Seen } from './awaitGenie.ts';

/**
 * A call can take some 330 s with all that belongs to it, and showing its answer a while longer. An invocation is ended
 * five minutes after `until`: with this much left before that, a call that begins can also end.
 */
const leastLeftMs = 120_000;

/** How long an endpoint that was scaled down to nothing can take to start. */
const startMs = 100_000;

/** From one try to the next. */
const tryAgainMs = 5_000;

/**
 * `asked`, of an endpoint: makes the call that brings the answer, and shows what is said meanwhile. The call is the
 * question: it has no place in Genie's line, and its trouble says nothing about Genie.
 */
export async function watchEndpoint(
  held: HeldQuestion,
  deps: QuestionDeps,
  until: number,
  seen: Seen,
): Promise<Step> {
  const { clock, genie } = deps;
  // In a new invocation, then.
  if (until - clock.now() < leastLeftMs) return inNextInvocation(deps);
  const note = timeStatuses(held.question.msByStatus, clock.now());
  const progress = seen.progress ?? createProgressReporter(held, deps);
  seen.progress = progress;
  let message: Message | undefined;
  try {
    message = await genie.watch(
      idsOf(held.question),
      until,
      (status, said) => progress.report(status, note(status, clock.now()), said),
      held.signal,
    );
  } catch (error) {
    held.signal.throwIfAborted();
    await progress.settle();
    return afterTrouble(held, error, deps);
  }
  if (message === undefined) return inNextInvocation(deps);
  const msByStatus = note(message.status, clock.now());
  return conclude(held, message, deps, seen, { msByStatus });
}

/** Long enough for the queue, which starts another. */
function inNextInvocation({ clock }: QuestionDeps): Step {
  return { next: 'later', at: clock.now() + waitInPlaceMs + 1_000 };
}

/** The endpoint gave no answer, and nothing rests there that could come later. */
async function afterTrouble(held: HeldQuestion, error: unknown, deps: QuestionDeps): Promise<Step> {
  const { clock, log, settings } = deps;
  // Without storage, nothing can be written here either: the queue redelivers the question.
  if (codeOf(error) === 'storage') throw error;
  const { id, askedAs, turnedAwaySince = clock.now() } = held.question;
  if (askedAs !== undefined && isTokenRefused(error)) {
    const message = 'The sign-in ended before the answer was there';
    return fail(held, new AppError('sign-in-expired', message, { cause: error }), deps);
  }
  const code = codeOf(error);
  const isStarting = code === 'endpoint-starting';
  const at = clock.now() + Math.max(tryAgainMs, retryAfterMs(error) ?? 0);
  const patienceMs = code === 'endpoint-busy' ? settings.genieTimeoutMs : startMs;
  const giveUpAt = awaitedSince(held.question, turnedAwaySince) + patienceMs;
  // What it may have begun to answer is not sent again: an answer costs, and the next would be another one.
  const canPass = isStarting || (isPassing(error) && !mayHaveActed(error));
  if (!canPass || at > giveUpAt) return fail(held, error, deps);
  log.warn('question.troubled', { questionId: id, state: 'asked', code, error });
  await held.save({ startAt: at, turnedAwaySince, ...countRetry(held.question, error) });
  if (isStarting) await showStarting(held, deps);
  return { next: 'later', at };
}
