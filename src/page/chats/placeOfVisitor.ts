import { findChat } from '../../questions/chats/findChat.ts';
import { placeOfChat } from '../../questions/chats/placeOfChat.ts';
import type { Place } from '../../questions/place.ts';
import type { PageRequest } from '../route.ts';
import { notFound, readingIn } from './exchange.ts';
import type { Limited } from './limited.ts';

/**
 * The place of one of a visitor's chats, for what is done in it on their behalf.
 *
 * @throws PageError 404
 */
export async function placeOfVisitor(
  chatId: string,
  exchange: PageRequest,
  { chatDeps }: Pick<Limited, 'chatDeps'>,
): Promise<Place> {
  const chat = await findChat(chatId, exchange.visitor.owner, chatDeps);
  const place = chat && (await placeOfChat(chat.value, chatDeps, readingIn(exchange)));
  if (place === undefined) throw notFound();
  return place;
}
