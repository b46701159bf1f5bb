import type { QuestionDeps } from '../deps.ts';
import { sessionIdOf } from '../ids.ts';
import { listAskedElsewhere } from '../ownChat/listAskedElsewhere.ts';
import { channelAbove, type Place } from '../place.ts';
import type { Question } from '../question.ts';
import { isShown } from './isShown.ts';

/** What a place's user asked here, and what they asked elsewhere and is answered here, but for what they don't see. */
export async function listAnsweredIn(
  place: Place,
  deps: Pick<QuestionDeps, 'questions' | 'ownChats'>,
): Promise<Question[]> {
  const [here, elsewhere, above] = await Promise.all([
    deps.questions.listAll(sessionIdOf(place)),
    listAskedElsewhere(place, deps),
    listPostedAbove(place, deps),
  ]);
  return [...above, ...here, ...elsewhere].filter(isShown);
}

/** The answer that a thread of a channel began with, if it's one of a subscription of the place's user. */
async function listPostedAbove(
  place: Place,
  { questions }: Pick<QuestionDeps, 'questions'>,
): Promise<Question[]> {
  const above = channelAbove(place);
  if (above === undefined) return [];
  const posted = await questions.listAll(sessionIdOf(above.channel));
  return posted.filter(({ answerActivityId }) => answerActivityId === above.activityId);
}
