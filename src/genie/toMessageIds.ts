import { GenieError } from './errors.ts';
import type { MessageIds } from './types.ts';
import type { StartedWire } from './wire.ts';

/**
 * The names of a message that was just sent, from wherever the answer has them.
 *
 * @throws GenieError `genie-bad-response` without them: the question was taken, but cannot be followed.
 */
export function toMessageIds(
  { conversation_id, message_id, conversation, message }: StartedWire,
  asked: { spaceId: string; conversationId?: string },
): MessageIds {
  const conversationId =
    conversation_id ??
    conversation?.conversation_id ??
    conversation?.id ??
    message?.conversation_id ??
    asked.conversationId;
  const messageId = message_id ?? message?.message_id ?? message?.id;
  if (!conversationId || !messageId) {
    const text = 'Genie took a question without saying which message it became';
    throw new GenieError('genie-bad-response', text, { acted: 'maybe' });
  }
  return { spaceId: asked.spaceId, conversationId, messageId };
}
