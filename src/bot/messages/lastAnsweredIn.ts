import { findLastAnswered } from '../../questions/answered/findAnswer.ts';
import { listAnsweredIn } from '../../questions/answered/listAnsweredIn.ts';
import { sessionIdOf } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import type { Question } from '../../questions/question.ts';
import type { BotDeps } from '../deps.ts';

/** The question whose answer the place's user saw last. */
export async function lastAnsweredIn(
  place: Place,
  deps: Pick<BotDeps, 'sessions' | 'questions' | 'ownChats'>,
): Promise<Question | undefined> {
  const [session, all] = await Promise.all([
    deps.sessions.get(sessionIdOf(place)),
    listAnsweredIn(place, deps),
  ]);
  return findLastAnswered(session?.value ?? {}, all);
}
