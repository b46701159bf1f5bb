import { parseAnswerKey } from '../ids.ts';
import type { QuestionStore } from '../ports.ts';
import type { Question } from '../question.ts';
import type { Session } from '../session.ts';

/** How a card or a page refers to an answer. */
export interface AnswerReference {
  answerKey: string;
  /** The session of the person acting on the answer, if known: only the asker can. */
  sessionId?: string;
}

/** The question behind an answer; `undefined` for a key we did not make, or someone else's answer. */
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

/** The question in a session whose answer an activity shows. */
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

/** The activities that show a question's answer. The progress message becomes it a moment before the row says so. */
export function activityIdsOf({
  answerActivityId,
  progressActivityId,
  copyActivityIds = [],
}: Question) {
  return [answerActivityId ?? progressActivityId, ...copyActivityIds];
}

/** The question whose answer a session's person saw last, or would have seen if the channel had accepted it. */
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
function isAnswered({ state, conversationDeleted, failure }: Question): boolean {
  const isStuck = failure?.code === 'undeliverable' || failure?.code === 'delivery-unsure';
  return (state === 'answered' || state === 'delivered' || isStuck) && !conversationDeleted;
}

function answeredAt(question: Question): number {
  return question.answeredAt ?? 0;
}
