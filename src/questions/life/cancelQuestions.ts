import type { QuestionDeps } from '../deps.ts';
import { sessionIdOf } from '../ids.ts';
import { everyUnvouched, listWaiting } from '../pace/budget.ts';
import { giveUpPlaces } from '../pace/startTime.ts';
import type { Place } from '../place.ts';
import type { Question, QuestionState } from '../question.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import { endingAt, reportEnd } from './ending.ts';
import { passTurn } from './passTurn.ts';
import { showCancelled } from './progress.ts';

/** Every later step writes the row before the asker sees anything: that tells the owner that it is over. */
const cancellable: ReadonlySet<QuestionState> = new Set(['received', 'asking', 'asked', 'overdue']);

const notAsked: ReadonlySet<QuestionState> = new Set(['received']);

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
  // Newest first: ending the one that has the turn wakes the next in line.
  const ids = open.map(({ id }) => id).reverse();
  const cancelled = await cancelAll(ids, cancellable, deps);
  return { cancelled, tooLate: open.length - cancelled.length };
}

/**
 * Takes what a person has in the queue out of it: for an admin, when a person fills it. Questions that Genie already has
 * are still answered.
 *
 * @param person as `listWaiting` names them, or `everyUnvouched`
 * @returns how many questions that were
 */
export async function clearLine(person: string, deps: QuestionDeps): Promise<number> {
  const budget = await deps.budgets.get(deps.settings.workspace);
  const ids = listWaiting(budget?.value ?? { starts: [] })
    .filter((each) => each.person === person || (person === everyUnvouched && each.isUnvouched))
    .flatMap(({ questionIds }) => questionIds);
  return (await cancelAll(ids.reverse(), notAsked, deps)).length;
}

async function cancelAll(
  ids: readonly string[],
  states: ReadonlySet<QuestionState>,
  deps: QuestionDeps,
): Promise<Question[]> {
  const cancelled: Question[] = [];
  for (const id of ids) {
    const question = await cancel(id, states, deps);
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
  return cancelled;
}

/** Ends a question, even if it has an owner; `undefined` if it already has its outcome. */
async function cancel(
  id: string,
  states: ReadonlySet<QuestionState>,
  deps: Pick<QuestionDeps, 'questions' | 'clock' | 'settings' | 'sessionIdleMs'>,
): Promise<Question | undefined> {
  const { questions, clock } = deps;
  return retryOnConflict(clock, async () => {
    const current = await questions.get(id);
    if (current === undefined || !states.has(current.value.state)) return undefined;
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
