import { AppError } from '../errors.ts';
import type { MessageIds } from '../genie/types.ts';
import type { Question } from './question.ts';

/** The ids of the message that a question became. */
export function idsOf({ id, spaceId, conversationId, messageId }: Question): MessageIds {
  if (!spaceId || !conversationId || !messageId) {
    throw new AppError('internal', `Question ${id} has no message in Genie`);
  }
  return { spaceId, conversationId, messageId };
}
