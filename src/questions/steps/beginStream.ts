import type { QuestionDeps } from '../deps.ts';
import type { Change, HeldQuestion } from '../ownership/lease.ts';
import { channelOf, takesStreams } from '../place.ts';
import { CourierError, type Progress } from '../ports.ts';
import type { Question } from '../question.ts';
import { showCancelled } from './showCancelled.ts';
import { showingOf } from './showing.ts';

/** Whether the asker of a question can see its progress in a stream. What others read has none. */
export function canStream(
  { place, isPrivate }: Pick<Question, 'place' | 'isPrivate'>,
  { settings }: Pick<QuestionDeps, 'settings'>,
): boolean {
  return settings.streams && !isPrivate && takesStreams(place);
}

/** Whether a stream can begin now: Genie works on the question, and its asker has seen nothing of it that stays. */
export function mayBegin(question: Question, deps: Pick<QuestionDeps, 'settings'>): boolean {
  const { state, sending, stream, progressActivityId } = question;
  const isFirst = stream === undefined && progressActivityId === undefined;
  return state === 'asked' && sending === undefined && isFirst && canStream(question, deps);
}

/**
 * Begins a question's stream, or shows its progress plainly if the channel takes none. The row, which says that there may
 * be one, was written before.
 *
 * @returns what the row has to keep
 */
export async function openStream(
  question: Question,
  progress: Progress,
  { courier, log }: Pick<QuestionDeps, 'courier' | 'log'>,
): Promise<Pick<Question, 'stream' | 'progressActivityId'>> {
  const { id: questionId, place, stream } = question;
  try {
    const id = await courier.openStream(question, progress);
    if (id === undefined || stream === undefined) return {};
    return {
      stream: { ...stream, id },
      ...(channelOf(place).canUpdate && { progressActivityId: id }),
    };
  } catch (error) {
    if (!(error instanceof CourierError) || error.kind === 'unsure') throw error;
    log.info('stream.refused', { questionId, kind: error.kind, error });
    const progressActivityId = await courier.showProgress(question, progress);
    return progressActivityId === undefined ? {} : { progressActivityId };
  }
}

/** Begins the stream of a question that we own. */
export async function beginStream(
  held: HeldQuestion,
  deps: QuestionDeps,
  progress: Progress,
  { before, after }: { before?: Change; after?: Change },
): Promise<void> {
  const { clock } = deps;
  await held.save({ ...before, stream: { sequence: 1, since: clock.now() } });
  const learned = await openStream(held.question, progress, deps);
  showingOf(held).sentAt = clock.now();
  try {
    await held.save({ ...after, ...learned });
  } catch (error) {
    await endUnkept(held.question.id, learned, deps);
    throw error;
  }
}

/** Ends a stream of a question that was cancelled while it began: who cancelled it didn't know of it. */
export async function endUnkept(
  questionId: string,
  { stream, progressActivityId }: Pick<Change, 'stream' | 'progressActivityId'>,
  deps: QuestionDeps,
): Promise<void> {
  if (stream?.id === undefined && progressActivityId === undefined) return;
  const current = (await deps.questions.get(questionId))?.value;
  const isCancelled = current?.failure?.code === 'cancelled-by-asker';
  if (!isCancelled || current.stream?.end === 'stopped') return;
  const shown = { ...(stream && { stream }), ...(progressActivityId && { progressActivityId }) };
  await showCancelled({ ...current, ...shown }, deps);
}
