import { changeChat } from '../chats/changeChat.ts';
import type { QuestionDeps } from '../deps.ts';
import { ownerOfChat } from '../ids.ts';
import type { Subscription } from '../subscription.ts';

/** Who hasn't opened the chat page for so long has left, as far as anyone can tell. */
const awayMs = 92 * 24 * 3_600_000;

/**
 * Keeps the chat of the page to which a subscription's next answer goes, for as long as that answer is kept. Otherwise
 * chats expire with what was asked in them, which can be before the next due time. Nobody's chat is kept for ever: once
 * it's gone, its subscriptions end.
 */
export async function keepChat(
  { place: { visitor }, dueAt }: Pick<Subscription, 'place' | 'dueAt'>,
  deps: Pick<QuestionDeps, 'chats' | 'clock' | 'settings'>,
): Promise<void> {
  const owner = visitor && ownerOfChat(visitor.chatId);
  if (owner === undefined) return;
  const expiresAt = dueAt + deps.settings.keepQuestionsMs;
  const all = await deps.chats.listAll(owner);
  const openedAt = Math.max(...all.map((chat) => chat.openedAt));
  if (openedAt + awayMs < deps.clock.now()) return;
  await changeChat(visitor?.chatId ?? '', owner, deps, (chat) =>
    chat.expiresAt < expiresAt ? { ...chat, expiresAt } : chat,
  );
}
