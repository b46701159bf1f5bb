import type { QuestionDeps } from '../deps.ts';
import type { HeldQuestion } from '../ownership/lease.ts';
import { show } from '../steps/show.ts';
import type { Seen } from './awaitGenie.ts';

/** Rows that come sooner are worth the wait. */
const slowAfterMs = 3_000;
const showAgainMs = 5_000;

/**
 * Waits for an answer that is being read. If its rows take a while, the progress message shows what Genie says, so that
 * nobody waits for words that are there. Best effort, and over before the answer is sent.
 */
export async function showWhileLoading<T>(
  loading: Promise<T>,
  held: HeldQuestion,
  deps: QuestionDeps,
  seen: Pick<Seen, 'texts' | 'progress'>,
): Promise<T> {
  const done = new AbortController();
  const signal = AbortSignal.any([held.signal, done.signal]);
  const showing = showNowAndThen(held, deps, seen, signal);
  try {
    return await loading;
  } finally {
    done.abort();
    await showing;
  }
}

async function showNowAndThen(
  held: HeldQuestion,
  deps: QuestionDeps,
  seen: Pick<Seen, 'texts' | 'progress'>,
  signal: AbortSignal,
): Promise<void> {
  const { clock, log } = deps;
  // What was begun as an update might already be the answer. For what a subscription asks, nobody waits.
  if (held.question.sending !== undefined || held.question.run) return;
  try {
    await clock.sleep(slowAfterMs, signal);
    await seen.progress?.settle();
    while (!signal.aborted) {
      const texts = seen.texts ?? [];
      const elapsedMs = clock.now() - held.question.acceptedAt;
      const progress = { status: 'LOADING_ROWS', elapsedMs, ...(texts.length > 0 && { texts }) };
      // If the question was cancelled meanwhile, it is no longer ours, and this throws before anything is shown.
      await show(held, deps, progress, { before: {} });
      await clock.sleep(showAgainMs, signal);
    }
  } catch (error) {
    if (signal.aborted) return;
    log.warn('progress.notShown', { questionId: held.question.id, error });
  }
}
