import type { MessageStatus } from '../../genie/types.ts';
import type { QuestionDeps } from '../deps.ts';
import type { Question } from '../question.ts';
import type { HeldQuestion } from './lease.ts';

/** In Teams a message may be edited so often before the service slows the bot down; typing lasts about as long. */
const progressEveryMs = 2_500;

export interface ProgressReporter {
  /** Has the asker see Genie's status, if they have not been told for a while. Nobody waits for it. */
  report(status: MessageStatus, msByStatus: Record<string, number>): void;
  /** Resolves when nothing is on its way to the channel: what is sent next then comes after it. Never rejects. */
  settle(): Promise<void>;
}

/** Shows a question's progress now and then. That it fails is no reason to lose the answer. */
export function createProgressReporter(
  held: HeldQuestion,
  { clock, courier, log }: Pick<QuestionDeps, 'clock' | 'courier' | 'log'>,
): ProgressReporter {
  let shownAt = clock.now();
  let showing: Promise<void> | undefined;

  async function show(status: MessageStatus, msByStatus: Record<string, number>): Promise<void> {
    const { id: questionId, acceptedAt } = held.question;
    const elapsedMs = clock.now() - acceptedAt;
    try {
      // A question that was cancelled meanwhile is not ours any more, and its progress not to be shown.
      await held.save({ msByStatus });
      const shownIn = await courier.showProgress(held.question, { status, elapsedMs });
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
    report(status, msByStatus) {
      if (showing || clock.now() - shownAt < progressEveryMs) return;
      shownAt = clock.now();
      showing = show(status, msByStatus);
    },
    settle: async () => showing,
  };
}

/** Has the progress of a cancelled question say so. That it cannot changes nothing. */
export async function showCancelled(
  question: Question,
  { courier, log }: Pick<QuestionDeps, 'courier' | 'log'>,
): Promise<void> {
  await courier.showCancelled(question).catch((error: unknown) => {
    log.warn('progress.notEnded', { questionId: question.id, error });
  });
}

/** A shorter wait is over before it could be read. */
const worthTellingMs = 5_000;

/** Tells an asker whose question has not been asked yet why, and for how long. That this fails loses nothing. */
export async function showWait(
  held: HeldQuestion,
  { clock, courier, log }: Pick<QuestionDeps, 'clock' | 'courier' | 'log'>,
): Promise<void> {
  const { id, state, acceptedAt, startAt = 0 } = held.question;
  if (state !== 'received') return;
  const waitMs = startAt - clock.now();
  if (waitMs > 0 && waitMs < worthTellingMs) return;
  const elapsedMs = clock.now() - acceptedAt;
  const progress =
    waitMs > 0
      ? { status: 'WAITING_FOR_BUDGET', elapsedMs, waitMs }
      : { status: 'WAITING_FOR_TURN', elapsedMs };
  try {
    const shownIn = await courier.showProgress(held.question, progress);
    const isShownElsewhere = shownIn !== held.question.progressActivityId;
    await held.save({
      toldStartAt: startAt,
      ...(isShownElsewhere && { progressActivityId: shownIn }),
    });
  } catch (error) {
    held.signal.throwIfAborted();
    log.warn('progress.notShown', { questionId: id, error });
  }
}
