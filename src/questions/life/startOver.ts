import { codeOf, detailOf } from '../../common/errors.ts';
import { GenieError, isMaybeConversation } from '../../genie/errors.ts';
import type { QuestionDeps } from '../deps.ts';
import type { HeldQuestion } from '../ownership/lease.ts';
import type { Question } from '../question.ts';
import { forgetConversation } from '../sessions/sessionTurn.ts';
import { now, type Step } from '../steps/step.ts';

/**
 * Whether a follow-up that was refused gets a new conversation, since it isn't plain that this would be refused too.
 * Genie's conversation might be deleted, full, of another mode, or another owner's: conversations belong to the token that
 * started them.
 * In the new one it's no longer a follow-up, so this happens once.
 */
export function canStartOver({ conversationId }: Question, error: unknown): boolean {
  return conversationId !== undefined && isMaybeConversation(error);
}

/**
 * Asks a refused follow-up again, in a new conversation. The session keeps the old one unless the refusal names it: if
 * the new one is refused too, the bot is what was refused.
 */
export async function startOver(
  held: HeldQuestion,
  error: unknown,
  deps: QuestionDeps,
): Promise<Step> {
  const { id: questionId, state } = held.question;
  deps.log.info('question.startedOver', { questionId, state, code: codeOf(error), error });
  const isNamed = error instanceof GenieError && error.details.about === 'conversation';
  // With a message of ours in it, which Genie may be working on, it can't take another question either.
  if (isNamed || held.question.messageId !== undefined) {
    await forgetConversation(held.question, deps);
  }
  await held.save({
    state: 'received',
    startedAnew: detailOf(error) === 'mode' ? 'mode' : 'conversation-gone',
    conversationId: undefined,
    messageId: undefined,
    previousMessageId: undefined,
    troubledSince: undefined,
  });
  return now;
}
