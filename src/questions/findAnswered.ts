import { parseAnswerKey } from './ids.ts';
import type { QuestionStore } from './ports.ts';
import type { Question } from './question.ts';

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
