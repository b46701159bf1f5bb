import type { QuestionDeps } from '../deps.ts';
import { channelOf, type Place } from '../place.ts';
import type { Session } from '../session.ts';
import { countPlacesOf, countUnvouched, countWaiting, mostWaitingOfOne } from './budget.ts';
import { lineIdOf } from './startTime.ts';

/** How many questions of one person may be open in one place. */
export const mostOpenInPlace = 5;

/** Why a question is not taken in for now. */
export type NotAdmitted =
  /** The asker has as many open questions in this place as one may have. */
  | 'too-many-open'
  /** The asker has as many questions in line, wherever they asked them, as one may have. */
  | 'too-many-waiting'
  /** So many questions wait, of all or of those that no channel vouches for, that another would wait too long. */
  | 'too-busy';

/**
 * Whether the line has room for one more question of this person; `undefined` if it has. Several instances may decide
 * at the same time: what they admit too much is few, and waits without a place in line (`budget.ts`).
 */
export async function whyNotAdmitted(
  place: Place,
  session: Session,
  deps: Pick<QuestionDeps, 'questions' | 'budgets' | 'clock' | 'settings'>,
): Promise<NotAdmitted | undefined> {
  const { questions, budgets, clock, settings } = deps;
  const [open, budget] = await Promise.all([
    // Without a question that has the session's turn there is none that waits for it.
    session.activeQuestionId === undefined ? [] : questions.listOpen(session.id),
    budgets.get(settings.workspace),
  ]);
  if (open.length >= mostOpenInPlace) return 'too-many-open';
  if (budget === undefined) return undefined;
  const { maxWaitingQuestions } = settings;
  const { vouchesForPeople } = channelOf(place);
  const now = clock.now();
  const places = countPlacesOf(budget.value, lineIdOf(place), now);
  if (places >= mostWaitingOfOne) return 'too-many-waiting';
  const isFull = countWaiting(budget.value, now) >= maxWaitingQuestions;
  const isHalfFull = countUnvouched(budget.value, now) >= maxWaitingQuestions / 2;
  return isFull || (!vouchesForPeople && isHalfFull) ? 'too-busy' : undefined;
}
