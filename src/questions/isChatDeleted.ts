import type { QuestionDeps } from './deps.ts';
import type { Place } from './place.ts';

/**
 * Whether a place is in a chat that its owner has deleted, or is just deleting. What is asked there would be in Genie, and
 * in no list. It's looked up once a question's row is there, and a deletion looks for rows once the chat says that it's
 * deleted: so one of them sees the other.
 */
export async function isChatDeleted(
  { visitor }: Place,
  { chats, deletions }: Pick<QuestionDeps, 'chats' | 'deletions'>,
): Promise<boolean> {
  if (visitor === undefined) return false;
  const chat = await chats.get(visitor.chatId);
  if (chat) return chat.value.deletedAt !== undefined;
  return (await deletions.get(visitor.chatId)) !== undefined;
}
