import type { MessageIds } from '../../genie/types.ts';
import type { QuestionDeps } from '../deps.ts';
import type { HeldQuestion } from '../ownership/lease.ts';

/**
 * Claims the conversation that a question seems to have started. False: another question with the same words has it.
 *
 * The row names the conversation before it's claimed, and another one only if that claim is lost. So a question never has
 * two, whatever is killed in between: with two, a question of someone else's would look for its own in vain and be asked
 * again.
 */
export async function claimConversation(
  held: HeldQuestion,
  ids: MessageIds,
  { questions }: Pick<QuestionDeps, 'questions'>,
): Promise<boolean> {
  await held.save({ claiming: ids });
  return questions.claim(ids.conversationId, held.question.id);
}
