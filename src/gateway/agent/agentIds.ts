import type { AgentConversation } from '../../genie/agent/agentClient.ts';
import type { MessageIds } from '../../genie/types.ts';

/**
 * Conversations in agent mode have IDs that say so. Databricks' own look the same in both modes, but each mode's API
 * reads and continues only its own conversations, whatever the settings say by then.
 */
const mark = 'agent:';

/** The ID, among all conversations', of one that Databricks calls `id` and that was had in agent mode. */
export function markAgents(id: string): string {
  return `${mark}${id}`;
}

/** Whether a conversation was had in agent mode. */
export function isAgents(conversationId: string | undefined): boolean {
  return conversationId?.startsWith(mark) === true;
}

/** Databricks' own ID of a conversation. */
export function ownIdOf(conversationId: string): string {
  return isAgents(conversationId) ? conversationId.slice(mark.length) : conversationId;
}

/** Where a message is in agent mode's API. An agent's ID is that of its space. */
export function conversationOf({
  spaceId,
  conversationId,
}: Pick<MessageIds, 'spaceId' | 'conversationId'>): AgentConversation {
  return { agentId: spaceId, conversationId: ownIdOf(conversationId) };
}
