import { parseAnswerKey } from '../ids.ts';
import type { QuestionStore } from '../ports.ts';
import type { Question } from '../question.ts';
import type { Session } from '../session.ts';

/** Names an answer, as a card or a page does. */
export interface AnswerReference {
  answerKey: string;
  /** The session of whoever acts on the answer, where that is known: only the asker may. */
  sessionId?: string;
}

/** The question whose answer is meant; `undefined` for a key that we did not make, or somebody else's answer. */
export async function findAnswered(
  { answerKey, sessionId }: AnswerReference,
  questions: QuestionStore,
): Promise<Question | undefined> {
  const key = parseAnswerKey(answerKey);
  if (key === undefined) return undefined;
  const question = (await questions.get(key.questionId))?.value;
  if (question === undefined || question.nonce !== key.nonce) return undefined;
  if (sessionId !== undefined && sessionId !== question.sessionId) return undefined;
  return question.messageId === undefined ? undefined : question;
}

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

/** The question whose answer the person of a session saw last. */
export async function findLastAnswered(
  { id, forgottenAt = 0 }: Pick<Session, 'id' | 'forgottenAt'>,
  questions: Pick<QuestionStore, 'listAll'>,
): Promise<Question | undefined> {
  const all = await questions.listAll(id);
  return all
    .filter((question) => isAnswered(question) && answeredAt(question) > forgottenAt)
    .sort((a, b) => answeredAt(a) - answeredAt(b))
    .at(-1);
}

/** An answer may be on the screen a moment before its row says that it was delivered. */
function isAnswered({ state, conversationDeleted }: Question): boolean {
  return (state === 'answered' || state === 'delivered') && !conversationDeleted;
}

function answeredAt(question: Question): number {
  return question.answeredAt ?? 0;
}
