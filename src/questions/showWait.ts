import type { QuestionDeps } from './deps.ts';
import type { HeldQuestion } from './lease.ts';

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
