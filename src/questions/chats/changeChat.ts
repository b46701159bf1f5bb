import type { Chat } from '../chat.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import type { ChatDeps } from './chatDeps.ts';
import { findOwnChat } from './findChat.ts';

/**
 * Changes one of an owner's chats.
 *
 * @param change runs again if another write comes in between; if it returns the same chat, nothing is written
 * @returns the chat as it is then; `undefined`: there is none
 */
export function changeChat(
  id: string,
  owner: string,
  deps: Pick<ChatDeps, 'chats' | 'clock'>,
  change: (chat: Chat) => Chat,
): Promise<Chat | undefined> {
  return retryOnConflict(deps.clock, async () => {
    const current = await findOwnChat(id, owner, deps);
    if (current === undefined) return undefined;
    const next = change(current.value);
    if (next === current.value) return next;
    return (await deps.chats.replace(current, next))?.value ?? 'conflict';
  });
}
