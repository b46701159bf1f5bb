import { isNoAnswer } from '../../genie/errors.ts';
import type { QuestionDeps } from '../deps.ts';
import { isEndpoint } from '../endpoint.ts';
import type { HeldQuestion } from '../ownership/lease.ts';
import { checkOutage } from './checkOutage.ts';
import { showTrouble } from './progress.ts';

interface Listening {
  /** The longest time from one sign of life to the next, if there are several. */
  pauseMs?: number;
  /** The call can take long although all is well: it takes a probe to tell. */
  isLong?: boolean;
}

/** A healthy Genie answers within one or two seconds. */
const silentMs = 4_000;

/** After trouble, less is worth telling. */
const leastSilentMs = 1_000;

/**
 * Makes a call to Genie that can take half a minute before it counts as failed. If Genie is silent for unusually long,
 * the asker is told meanwhile.
 *
 * @param call calls `heard` at every sign of life
 */
export async function listen<T>(
  held: HeldQuestion,
  deps: QuestionDeps,
  call: (heard: () => void) => Promise<T>,
  { pauseMs = 0, isLong = false }: Listening = {},
): Promise<T> {
  // What is read of an endpoint's answer is in storage.
  if (isEndpoint(held.question.spaceId)) return call(() => {});
  const { clock, log } = deps;
  const over = new AbortController();
  let heardAt = clock.now();
  const { troubledSince: before = heardAt } = held.question;
  let limitMs = Math.max(leastSilentMs, before + silentMs - heardAt);

  async function noticeSilence(): Promise<void> {
    for (let restMs = limitMs; restMs > 0; restMs = heardAt + limitMs - clock.now()) {
      await clock.sleep(restMs, over.signal);
    }
    const { troubledSince = heardAt } = held.question;
    if (isLong && (await checkOutage(held, troubledSince, deps)) === undefined) return;
    await noteTrouble(held, troubledSince);
    await showTrouble(held, deps);
    if (!isLong) await checkOutage(held, troubledSince, deps);
  }

  const noticing = noticeSilence().catch((error: unknown) => {
    const isOver = over.signal.aborted || held.signal.aborted;
    if (!isOver) log.warn('question.unheard', { questionId: held.question.id, error });
  });
  try {
    return await call(() => {
      heardAt = clock.now();
      limitMs = pauseMs + silentMs;
    });
  } catch (error) {
    // Best effort: without it the trouble counts from now, and the caller has to learn of this error.
    if (isNoAnswer(error)) await noteTrouble(held, heardAt).catch(() => {});
    throw error;
  } finally {
    over.abort();
    await noticing;
  }
}

/** Trouble counts from the last sign of life. */
async function noteTrouble(held: HeldQuestion, troubledSince: number): Promise<void> {
  if (held.question.troubledSince === undefined) await held.save({ troubledSince });
}
