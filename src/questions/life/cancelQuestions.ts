import type { QuestionDeps } from '../deps.ts';
import { sessionIdOf } from '../ids.ts';
import { giveUpPlaces } from '../pace/startTime.ts';
import type { Place } from '../place.ts';
import type { Question, QuestionState } from '../question.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import { endingAt, reportEnd } from './ending.ts';
import { passTurn } from './passTurn.ts';
import { showCancelled } from './progress.ts';

/** Every later step writes the row before the asker sees anything: that tells the owner that it is over. */
const cancellable: ReadonlySet<QuestionState> = new Set(['received', 'asking', 'asked', 'overdue']);

export interface Cancellation {
  cancelled: Question[];
  /** How many already had an outcome, which is being delivered. */
  tooLate: number;
}

/**
 * Stops waiting for everything the place's user has asked here. Genie's classic API can't cancel and keeps working, so
 * the next question starts a new conversation.
 */
export async function cancelQuestions(place: Place, deps: QuestionDeps): Promise<Cancellation> {
  const open = await deps.questions.listOpen(sessionIdOf(place));
  const cancelled: Question[] = [];
  // Newest first: ending the one that has the turn wakes the next in line.
  for (const { id } of open.reverse()) {
    const question = await cancel(id, deps);
    if (question === undefined) continue;
    cancelled.push(question);
    await passTurn(question, deps);
    reportEnd(question, deps.log);
    await showCancelled(question, deps);
  }
  const neverAsked = cancelled.filter(({ askingAt }) => askingAt === undefined);
  if (neverAsked.length > 0) {
    await giveUpPlaces(
      neverAsked.map(({ id }) => id),
      deps,
    );
  }
  return { cancelled, tooLate: open.length - cancelled.length };
}

/** Ends a question, even if it has an owner; `undefined` if it already has its outcome. */
async function cancel(
  id: string,
  deps: Pick<QuestionDeps, 'questions' | 'clock' | 'settings' | 'sessionIdleMs'>,
): Promise<Question | undefined> {
  const { questions, clock } = deps;
  return retryOnConflict(clock, async () => {
    const current = await questions.get(id);
    if (current === undefined || !cancellable.has(current.value.state)) return undefined;
    const { lease: _theirs, ...question } = current.value;
    const written = await questions.replace(current, {
      ...question,
      state: 'failed',
      failure: { code: 'cancelled-by-asker', errorId: '' },
      ...endingAt(clock.now(), deps),
    });
    return written?.value ?? 'conflict';
  });
}
