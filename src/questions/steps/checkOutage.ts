import type { QuestionDeps } from '../deps.ts';
import type { HeldQuestion } from '../ownership/lease.ts';
import { reportBack, reportDown, takeProbe } from '../pace/probing.ts';

/**
 * Finds out whether the trouble of a question is everyone's. One question probes at a time, on all instances; the
 * others learn from the shared row what it found.
 *
 * @param since the question's own trouble (ms since 1970)
 * @returns when to look again (ms since 1970); `undefined` if Genie answers, or nobody knows yet
 */
export async function checkOutage(
  held: HeldQuestion,
  since: number,
  deps: QuestionDeps,
): Promise<number | undefined> {
  const { claim, at } = await takeProbe(held.question.id, since, deps);
  if (claim === 'go-on') return undefined;
  return claim === 'wait' ? at : probe(held, deps);
}

/**
 * Probes Genie for a question that has the claim to do so. A probe is a call that changes nothing, so that no question
 * is ever in doubt because of one.
 *
 * @returns when to look again (ms since 1970); `undefined` if Genie answers
 */
export async function probe(
  held: HeldQuestion,
  deps: QuestionDeps,
  signal: AbortSignal = held.signal,
): Promise<number | undefined> {
  const { genie, settings } = deps;
  const { id, spaceId, state } = held.question;
  try {
    await genie.probe(spaceId ?? settings.spaceIds[0], signal);
  } catch (error) {
    held.signal.throwIfAborted();
    const isWaiting = state === 'received' || state === 'asking';
    return reportDown({ questionId: id, byAsking: false, isWaiting }, error, deps);
  }
  await reportBack({ questionId: id, byAsking: false }, deps);
  return undefined;
}
