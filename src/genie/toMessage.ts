import { omitUndefined } from './omitUndefined.ts';
import { toAttachment } from './toAttachment.ts';
import { toMillis } from './toMillis.ts';
import type { Message, MessageIds } from './types.ts';
import type { MessageWire } from './wire.ts';

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
