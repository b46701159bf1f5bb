import type { Chat } from '../chat.ts';
import { ownerOfChat } from '../ids.ts';
import type { Place } from '../place.ts';
import type { ChatStore } from '../ports.ts';

/** A place that is a person's own, and its chat, if it's one of the page's. */
export interface OwnPlace {
  place: Place;
  chat?: Chat;
}

/**
 * Where a place's user has what is theirs: there, and on the chat page in all their chats, even deleted ones. This place
 * is the first.
 */
export async function listOwnPlaces(
  place: Place,
  { chats }: { chats: Pick<ChatStore, 'listAll'> },
): Promise<OwnPlace[]> {
  const { visitor } = place;
  const owner = visitor && ownerOfChat(visitor.chatId);
  if (owner === undefined) return [{ place }];
  const all = await chats.listAll(owner);
  const here = all.find(({ id }) => id === visitor?.chatId);
  const elsewhere = all
    .filter((chat) => chat !== here)
    .map(
      (chat): OwnPlace => ({ place: { ...place, visitor: { ...visitor, chatId: chat.id } }, chat }),
    );
  return [{ place, ...(here && { chat: here }) }, ...elsewhere];
}
