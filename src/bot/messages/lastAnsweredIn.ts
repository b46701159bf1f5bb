import { findLastAnswered } from '../../questions/answered/findAnswer.ts';
import { sessionIdOf } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import type { Question } from '../../questions/question.ts';
import type { BotDeps } from '../deps.ts';
import type { Outgoing } from '../ports.ts';

/** The reply where something is wanted of an answer and there is none. */
export const noAnswerYet: Outgoing = { text: 'You have had no answer here yet.' };

/** The question whose answer the place's user saw last in this place. */
export async function lastAnsweredIn(
  place: Place,
  { sessions, questions }: Pick<BotDeps, 'sessions' | 'questions'>,
): Promise<Question | undefined> {
  const id = sessionIdOf(place);
  const session = (await sessions.get(id))?.value;
  return findLastAnswered(session ?? { id }, questions);
}
