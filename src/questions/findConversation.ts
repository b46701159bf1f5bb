import { findAnswered } from './findAnswered.ts';
import { sessionIdOf } from './ids.ts';
import { listConversations, type PastConversation } from './listConversations.ts';
import type { QuestionStore, SessionStore } from './ports.ts';
import type { Place } from './question.ts';

/** The conversation that an answer belongs to, if it is one of the place's user and still there. */
export async function findConversation(
  answerKey: string,
  place: Place,
  { sessions, questions }: { sessions: SessionStore; questions: QuestionStore },
): Promise<PastConversation | undefined> {
  const sessionId = sessionIdOf(place);
  const question = await findAnswered({ answerKey, sessionId }, questions);
  if (question === undefined) return undefined;
  const session = (await sessions.get(sessionId))?.value ?? { id: sessionId };
  const all = await listConversations(session, questions);
  return all.find(({ id }) => id === question.conversationId);
}
