import type { QuestionDeps } from '../deps.ts';
import { type Place, vouchesFor } from '../place.ts';
import type { Budget } from '../question.ts';
import type { Session } from '../session.ts';
import { withoutConversation } from '../sessions/sessionTurn.ts';
import { endpointOf } from '../sessions/spaceOf.ts';
import { countPlacesOf, countUnvouched, countWaiting, mostWaitingOfOne } from './budget.ts';
import { isDown } from './outage.ts';
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

export interface Admission {
  /** Absent: there's room. */
  refusal?: NotAdmitted | undefined;
  /** Genie isn't answering anyone just now. */
  isDown: boolean;
}

/**
 * Whether the line has room for one more question of this person, and whether Genie was there a moment ago. Several
 * instances may decide at the same time: what they admit too much is few, and waits without a place in line
 * (`budget.ts`).
 */
export async function readAdmission(
  place: Place,
  session: Session,
  deps: Pick<QuestionDeps, 'questions' | 'budgets' | 'sharedPlaces' | 'clock' | 'settings'>,
): Promise<Admission> {
  const { questions, budgets, clock, settings } = deps;
  const now = clock.now();
  const [open, budget, endpoint] = await Promise.all([
    // Without a question that has the session's turn there is none that waits for it.
    session.activeQuestionId === undefined ? [] : questions.listOpen(session.id),
    budgets.get(settings.workspace),
    endpointOf(session.idleAt > now ? session : withoutConversation(session), place, deps),
  ]);
  const line: Budget = budget?.value ?? { starts: [] };
  const isFull = open.filter(({ run }) => !run).length >= mostOpenInPlace;
  // To an endpoint there is no line, and it minds no trouble of Genie's.
  if (endpoint) return { refusal: isFull ? 'too-many-open' : undefined, isDown: false };
  return {
    refusal: isFull ? 'too-many-open' : whyNotInLine(line, place, settings, now),
    isDown: isDown(line, now),
  };
}

function whyNotInLine(
  line: Budget,
  place: Place,
  { maxWaitingQuestions }: Pick<QuestionDeps['settings'], 'maxWaitingQuestions'>,
  now: number,
): NotAdmitted | undefined {
  if (countPlacesOf(line, lineIdOf(place), now) >= mostWaitingOfOne) return 'too-many-waiting';
  const isFull = countWaiting(line, now) >= maxWaitingQuestions;
  const isHalfFull = countUnvouched(line, now) >= maxWaitingQuestions / 2;
  return isFull || (!vouchesFor(place) && isHalfFull) ? 'too-busy' : undefined;
}
