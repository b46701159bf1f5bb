import type { QuestionStore } from './ports.ts';
import type { Question, Session } from './question.ts';

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
