import type { AgentClient } from '../../genie/agent/agentClient.ts';
import type { Item } from '../../genie/agent/item.ts';
import { findTurn, type Turn } from '../../genie/agent/turn.ts';
import type { MessageIds } from '../../genie/types.ts';
import { conversationOf } from './agentIds.ts';

/** Of a hundred items each: a conversation of some hundred questions. */
const mostPages = 30;

/**
 * Reads what a conversation's items say about a question; `undefined` if it isn't among them, which can lag behind. Newest
 * first, because that is where it usually is.
 */
export async function readTurn(
  client: Pick<AgentClient, 'listItems'>,
  ids: MessageIds,
  signal?: AbortSignal,
): Promise<Turn | undefined> {
  const newestFirst: Item[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { items, next } = await client.listItems(
      conversationOf(ids),
      { order: 'desc', after },
      signal,
    );
    newestFirst.push(...items);
    const turn = findTurn(newestFirst.toReversed(), ids.messageId);
    if (turn || next === undefined || next === after) return turn;
    after = next;
  }
  return undefined;
}
