import type { MessageStatus } from '../../genie/types.ts';
import type { QuestionDeps } from '../deps.ts';
import type { Change, HeldQuestion } from '../ownership/lease.ts';
import type { Progress, Said } from '../ports.ts';
import type { Question } from '../question.ts';

/** How often Teams lets a bot edit a message before it throttles; typing lasts about as long. */
const progressEveryMs = 2_500;

export interface ProgressReporter {
  /** Shows the asker Genie's status, if the last time was a while ago. Not awaited. */
  report(status: MessageStatus, msByStatus: Record<string, number>, said?: Said): void;
  /** Resolves when nothing is on its way to the channel, so that the next message comes after it. Never rejects. */
  settle(): Promise<void>;
}

/** Shows a question's progress now and then. Best effort. */
export function createProgressReporter(
  held: HeldQuestion,
  { clock, courier, log }: Pick<QuestionDeps, 'clock' | 'courier' | 'log'>,
): ProgressReporter {
  let shownAt = clock.now();
  let showing: Promise<void> | undefined;

  async function show(
    status: MessageStatus,
    msByStatus: Record<string, number>,
    said: Said | undefined,
  ): Promise<void> {
    const { id: questionId, acceptedAt } = held.question;
    const elapsedMs = clock.now() - acceptedAt;
    try {
      // If the question was cancelled meanwhile, it is no longer ours, and this throws before anything is shown.
      await held.save({ msByStatus, troubledSince: undefined });
      const progress = { status, elapsedMs, ...(said && { said }) };
      const shownIn = await courier.showProgress(held.question, progress);
      if (shownIn !== held.question.progressActivityId) {
        await held.save({ progressActivityId: shownIn });
      }
    } catch (error) {
      if (!held.signal.aborted) log.warn('progress.notShown', { questionId, error });
    } finally {
      showing = undefined;
    }
  }

  return {
    report(status, msByStatus, said) {
      if (showing || clock.now() - shownAt < progressEveryMs) return;
      shownAt = clock.now();
      showing = show(status, msByStatus, said);
    },
    settle: async () => showing,
  };
}

/** Turns a cancelled question's progress message into a note that says so. Best effort. */
export async function showCancelled(
  question: Question,
  { courier, log }: Pick<QuestionDeps, 'courier' | 'log'>,
): Promise<void> {
  await courier.showCancelled(question).catch((error: unknown) => {
    log.warn('progress.notEnded', { questionId: question.id, error });
  });
}

/** Shows a question's progress; returns what its row has to keep if that is a new message. */
async function showTo(
  held: HeldQuestion,
  progress: Progress,
  courier: QuestionDeps['courier'],
): Promise<Change> {
  const shownIn = await courier.showProgress(held.question, progress);
  return shownIn === held.question.progressActivityId ? {} : { progressActivityId: shownIn };
}

/** A shorter wait is over before anyone could read about it. */
const worthTellingMs = 5_000;

/**
 * Tells an asker why their question has not been asked yet, and for how long. Best effort.
 *
 * @param shown the status that they have just been shown
 */
export async function showWait(
  held: HeldQuestion,
  { clock, courier, log }: Pick<QuestionDeps, 'clock' | 'courier' | 'log'>,
  shown?: Progress['status'],
): Promise<void> {
  const { id, state, acceptedAt, startAt = 0, troubledSince, toldTroubleAt = 0 } = held.question;
  if (state !== 'received') return;
  // Parked since it came: its asker has been told that Genie isn't answering.
  if (troubledSince !== undefined && toldTroubleAt >= troubledSince) return;
  const waitMs = startAt - clock.now();
  if (waitMs > 0 && waitMs < worthTellingMs) return;
  const elapsedMs = clock.now() - acceptedAt;
  const progress =
    waitMs > 0
      ? { status: 'WAITING_FOR_BUDGET', elapsedMs, waitMs }
      : { status: 'WAITING_FOR_TURN', elapsedMs };
  try {
    if (progress.status === shown) {
      await held.save({ toldStartAt: startAt });
      return;
    }
    await held.save({ toldStartAt: startAt, ...(await showTo(held, progress, courier)) });
  } catch (error) {
    held.signal.throwIfAborted();
    log.warn('progress.notShown', { questionId: id, error });
  }
}

/** Tells an asker that Genie isn't answering, once, and how long the bot keeps trying. Best effort. */
export async function showTrouble(
  held: HeldQuestion,
  { clock, courier, log, settings }: Pick<QuestionDeps, 'clock' | 'courier' | 'log' | 'settings'>,
): Promise<void> {
  const { id, acceptedAt, troubledSince, toldTroubleAt = 0, sending } = held.question;
  if (troubledSince === undefined || toldTroubleAt >= troubledSince) return;
  // What was begun as an update might already be the answer.
  if (sending !== undefined) return;
  const now = clock.now();
  const waitMs = troubledSince + settings.genieTimeoutMs - now;
  const progress = { status: 'NO_ANSWER', elapsedMs: now - acceptedAt, waitMs };
  try {
    await held.save({ toldTroubleAt: now, ...(await showTo(held, progress, courier)) });
  } catch (error) {
    held.signal.throwIfAborted();
    log.warn('progress.notShown', { questionId: id, error });
  }
}

/** Tells an asker, once, that the endpoint has to start before it can answer. Best effort. */
export async function showStarting(
  held: HeldQuestion,
  { clock, courier, log }: Pick<QuestionDeps, 'clock' | 'courier' | 'log'>,
): Promise<void> {
  const { id, acceptedAt, toldTroubleAt } = held.question;
  if (toldTroubleAt !== undefined) return;
  const now = clock.now();
  const progress = { status: 'ENDPOINT_STARTING', elapsedMs: now - acceptedAt };
  try {
    await held.save({ toldTroubleAt: now, ...(await showTo(held, progress, courier)) });
  } catch (error) {
    held.signal.throwIfAborted();
    log.warn('progress.notShown', { questionId: id, error });
  }
}
