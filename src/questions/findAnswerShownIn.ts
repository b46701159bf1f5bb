import type { QuestionStore } from './ports.ts';
import type { Question } from './question.ts';

/** The question of a session whose answer an activity shows. */
export async function findAnswerShownIn(
  activityId: string,
  sessionId: string,
  questions: Pick<QuestionStore, 'listAll'>,
): Promise<Question | undefined> {
  const all = await questions.listAll(sessionId);
  return all.find(
    (question) => question.messageId !== undefined && activityIdsOf(question).includes(activityId),
  );
}

/** The activities that show a question's answer. The progress becomes the answer a moment before the row says so. */
export function activityIdsOf({
  answerActivityId,
  progressActivityId,
  copyActivityIds = [],
}: Question) {
  return [answerActivityId ?? progressActivityId, ...copyActivityIds];
}
