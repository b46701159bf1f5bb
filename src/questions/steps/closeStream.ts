import type { QuestionDeps } from '../deps.ts';
import type { Change, HeldQuestion } from '../ownership/lease.ts';
import { CourierError, type Progress } from '../ports.ts';
import { openStreamOf } from '../stream.ts';
import { inTurn, pace, showingOf } from './showing.ts';
import { stop } from './stop.ts';

/** Ends a question's stream, if it is open, before the question waits for something else. Best effort. */
export function closeStream(held: HeldQuestion, deps: QuestionDeps): Promise<void> {
  return inTurn(held, async () => {
    if (openStreamOf(held.question) === undefined) return;
    const elapsedMs = deps.clock.now() - held.question.acceptedAt;
    await endStream(held, deps, { status: 'ACCEPTED', elapsedMs });
  });
}

/**
 * Ends an open stream with progress. `closing` is written before, so the next owner knows that its last packet may be
 * there, and that it isn't the outcome.
 *
 * @returns whether the progress is shown by that
 */
export async function endStream(
  held: HeldQuestion,
  deps: QuestionDeps,
  progress: Progress,
  change: Change = {},
): Promise<boolean> {
  const { clock, courier, log } = deps;
  const stream = openStreamOf(held.question);
  if (stream === undefined) return false;
  await held.save({ ...change, stream: { ...stream, end: 'closing' } });
  await pace(held, clock);
  const { streamed } = showingOf(held);
  const { said, ...status } = progress;
  let isShown = false;
  try {
    const shown = streamed ? { text: streamed } : said?.step ? { step: said.step } : undefined;
    isShown = await courier.closeStream(held.question, {
      ...status,
      ...(shown && { said: shown }),
    });
  } catch (error) {
    if (!(error instanceof CourierError)) throw error;
    if (error.stream === 'stopped') await stop(held, deps);
    log.info('stream.notClosed', { questionId: held.question.id, kind: error.kind, error });
    if (!isOver(error)) return false;
  } finally {
    showingOf(held).sentAt = clock.now();
  }
  await held.save({ stream: { ...stream, end: 'closed' } });
  return isShown;
}

/** Whether a stream takes nothing any longer, by how it refused a packet. A nameless 403 is no matter of the moment. */
export function isOver({ kind, status, stream }: CourierError): boolean {
  if (stream === 'late') return false;
  return kind === 'refused' || kind === 'unfit' || (kind === 'later' && status === 403);
}
