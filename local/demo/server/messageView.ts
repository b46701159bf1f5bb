import type { Caller } from '../caller.ts';
import type { ShapeVariants } from '../faults.ts';
import type { WireAttachment } from '../protocol.ts';
import type { StoredConversation, StoredMessage } from '../storedConversation.ts';
import { isTerminal, statusAfter } from '../timeline.ts';

/** A message's status at a moment. */
export function statusOf(message: StoredMessage, now: number): string {
  return message.renewedAt === undefined
    ? statusAfter(message.timeline, now - message.createdAt)
    : 'COMPLETED';
}

/**
 * A message as the API shows it at a moment to its author, who alone can see it: the SQL appears when it runs, the rest
 * at the end.
 */
export function viewMessage(
  message: StoredMessage,
  { userId }: Caller,
  now: number,
  shapes: ShapeVariants,
): unknown {
  const status = statusOf(message, now);
  const attachments = visibleAttachments(message, status);
  const query = attachments?.find((attachment) => attachment.query)?.query;
  return {
    id: message.id,
    ...(!shapes.legacyIds && { message_id: message.id }),
    space_id: message.spaceId,
    conversation_id: message.conversationId,
    user_id: userId,
    created_timestamp: message.createdAt,
    last_updated_timestamp: Math.max(message.createdAt, message.renewedAt ?? now),
    content: message.content,
    status,
    attachments: shapes.nullAttachments
      ? null
      : (attachments?.map((attachment) => applyShape(attachment, shapes)) ?? null),
    error: isTerminal(status) ? message.error : null,
    query_result: query?.query_result_metadata
      ? { statement_id: query.statement_id, ...query.query_result_metadata }
      : null,
    ...(message.feedback && { feedback: message.feedback }),
  };
}

/** A conversation as start-conversation shows it. */
export function viewConversation(
  conversation: StoredConversation,
  shapes: ShapeVariants,
): Record<string, unknown> {
  return {
    id: conversation.id,
    ...(!shapes.legacyIds && { conversation_id: conversation.id }),
    space_id: conversation.spaceId,
    title: conversation.title,
    user_id: conversation.userId,
    created_timestamp: conversation.createdAt,
    last_updated_timestamp: conversation.messages.at(-1)?.createdAt ?? conversation.createdAt,
  };
}

function visibleAttachments(message: StoredMessage, status: string): WireAttachment[] | undefined {
  if (isTerminal(status)) return message.attachments;
  if (status !== 'EXECUTING_QUERY') return undefined;
  return message.attachments.flatMap(({ attachment_id, query }) => {
    if (query === undefined) return [];
    const { query_result_metadata: _, ...running } = query;
    return [{ attachment_id, query: running }];
  });
}

function applyShape(attachment: WireAttachment, shapes: ShapeVariants): WireAttachment {
  if (!shapes.noPurpose || attachment.text === undefined) return attachment;
  return { ...attachment, text: { content: attachment.text.content } };
}
