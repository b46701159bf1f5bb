import type { QuestionStore } from './ports.ts';
import type { Question } from './question.ts';

/** The question of a session whose answer an activity shows. */
export async function findAnswerShownIn(
  activityId: string,
  sessionId: string,
  questions: Pick<QuestionStore, 'listAll'>,
): Promise<Question | undefined> {
  const all = await questions.listAll(sessionId);
  // The progress becomes the answer a moment before the row says so.
  return all.find(
    ({ answerActivityId, progressActivityId, messageId }) =>
      (answerActivityId ?? progressActivityId) === activityId && messageId !== undefined,
  );
}
