import type { QuestionDeps } from '../deps.ts';
import { sessionIdOf } from '../ids.ts';
import { listAskedElsewhere } from '../ownChat/listAskedElsewhere.ts';
import type { Place } from '../place.ts';
import type { Question } from '../question.ts';
import { isShown } from './isShown.ts';

/** What a place's user asked here, and what they asked elsewhere and is answered here, but for what they don't see. */
export async function listAnsweredIn(
  place: Place,
  deps: Pick<QuestionDeps, 'questions' | 'ownChats'>,
): Promise<Question[]> {
  const [here, elsewhere] = await Promise.all([
    deps.questions.listAll(sessionIdOf(place)),
    listAskedElsewhere(place, deps),
  ]);
  return [...here, ...elsewhere].filter(isShown);
}
