import { GenieError } from '../errors.ts';
import type { Conversation, Message, MessageIds } from '../types.ts';
import { omitUndefined } from './omitUndefined.ts';
import { toAttachment } from './toAttachment.ts';
import type { ConversationWire, MessageWire, StartedWire } from './wire.ts';

/** A message as it came, with the ids that were asked for where Genie left its own out. */
export function toMessage(wire: MessageWire, asked: MessageIds): Message {
  const { error } = wire;
  return omitUndefined({
    spaceId: wire.space_id ?? asked.spaceId,
    conversationId: wire.conversation_id ?? asked.conversationId,
    messageId: wire.message_id ?? wire.id ?? asked.messageId,
    content: wire.content ?? '',
    status: wire.status ?? 'SUBMITTED',
    attachments: wire.attachments.flatMap((attachment) => toAttachment(attachment) ?? []),
    error: error && { type: error.type ?? 'UNKNOWN', text: error.error ?? '' },
    createdAt: toMillis(wire.created_timestamp),
  });
}

/** A conversation from a list. */
export function toConversation(wire: ConversationWire): Conversation {
  return omitUndefined({
    id: wire.conversation_id ?? wire.id ?? '',
    title: wire.title ?? '',
    isAgents: wire.agent_type?.endsWith('_AGENT') || undefined,
    createdAt: toMillis(wire.created_timestamp),
  });
}

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

/**
 * A wire timestamp as milliseconds since 1970. The unit is not documented and samples show both: what would lie before
 * September 2001 as milliseconds is seconds.
 */
function toMillis(timestamp: number | undefined): number | undefined {
  if (timestamp === undefined || timestamp <= 0) return undefined;
  return timestamp < 1e12 ? timestamp * 1000 : timestamp;
}
