import type { QuestionDeps } from '../deps.ts';
import { personIdOf, sessionIdOf } from '../ids.ts';
import { isOwnChat, type Place } from '../place.ts';
import type { Question } from '../question.ts';

/** The latest questions that a place's user asked where others read, and whose answers are here, oldest first. */
export async function listAskedElsewhere(
  place: Place,
  { ownChats, questions }: Pick<QuestionDeps, 'ownChats' | 'questions'>,
): Promise<Question[]> {
  if (!isOwnChat(place)) return [];
  const chat = await ownChats.get(personIdOf(place));
  const ids = chat?.value.questionIds ?? [];
  const found = await Promise.all(ids.map((id) => questions.get(id)));
  const sessionId = sessionIdOf(place);
  return found
    .flatMap((row) => row?.value ?? [])
    .filter(({ answerTo }) => answerTo && sessionIdOf(answerTo) === sessionId);
}
