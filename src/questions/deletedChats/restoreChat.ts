import type { Chat } from '../chat.ts';
import { changeChat } from '../chats/changeChat.ts';
import type { QuestionDeps } from '../deps.ts';
import { ownerOfChat } from '../ids.ts';

/**
 * Brings back a chat that its owner has deleted, unless it's being deleted for good. Its row says so in one write; the
 * sweep, which finds it all the same, sees that.
 *
 * @returns `gone`: it can't come back; `unknown`: there was no such chat
 */
export async function restoreChat(
  id: string,
  owner: string,
  deps: Pick<QuestionDeps, 'chats' | 'deletions' | 'clock' | 'settings'>,
): Promise<'restored' | 'gone' | 'unknown'> {
  const { clock, settings } = deps;
  const chat = await changeChat(id, owner, deps, (current) => {
    if (current.deletedAt === undefined || current.purgingAt !== undefined) return current;
    const { deletedAt: _undone, ...rest } = current;
    const expiresAt = Math.max(rest.expiresAt, clock.now() + settings.keepQuestionsMs);
    return { ...rest, expiresAt } satisfies Chat;
  });
  if (chat) return chat.purgingAt === undefined ? 'restored' : 'gone';
  if (ownerOfChat(id) !== owner) return 'unknown';
  return (await deps.deletions.get(id)) ? 'gone' : 'unknown';
}
