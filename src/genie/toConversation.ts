import { omitUndefined } from './omitUndefined.ts';
import { toMillis } from './toMillis.ts';
import type { Conversation } from './types.ts';
import type { ConversationWire } from './wire.ts';

/** A conversation from a list. */
export function toConversation(wire: ConversationWire): Conversation {
  return omitUndefined({
    id: wire.conversation_id ?? wire.id ?? '',
    title: wire.title ?? '',
    createdAt: toMillis(wire.created_timestamp),
  });
}
