import type { QuestionDeps } from './deps.ts';
import type { Question } from './question.ts';
import { retryOnConflict } from './retryOnConflict.ts';

/** Takes the conversation that Genie no longer has out of the session, so that the question starts a new one. */
export async function forgetConversation(
  { sessionId, conversationId }: Question,
  { sessions, clock }: Pick<QuestionDeps, 'sessions' | 'clock'>,
): Promise<void> {
  await retryOnConflict(clock, async () => {
    const current = await sessions.get(sessionId);
    if (current === undefined || current.value.conversationId !== conversationId) return;
    const { conversationId: _gone, lastMessageId: _too, ...session } = current.value;
    return (await sessions.replace(current, session)) ? undefined : 'conflict';
  });
}
