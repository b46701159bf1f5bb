import type { Chat } from '../chat.ts';
import { ownerOfChat } from '../ids.ts';
import type { ChatStore, Versioned } from '../ports.ts';

/** One of an owner's chats, even a deleted one; `undefined`: there is none, or it's another's, which isn't looked up. */
export async function findOwnChat(
  id: string,
  owner: string,
  { chats }: { chats: Pick<ChatStore, 'get'> },
): Promise<Versioned<Chat> | undefined> {
  return ownerOfChat(id) === owner ? chats.get(id) : undefined;
}

/** The same without deleted ones. */
export async function findChat(
  id: string,
  owner: string,
  deps: { chats: Pick<ChatStore, 'get'> },
): Promise<Versioned<Chat> | undefined> {
  const found = await findOwnChat(id, owner, deps);
  return found?.value.deletedAt === undefined ? found : undefined;
}
