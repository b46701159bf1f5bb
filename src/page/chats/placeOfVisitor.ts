import { findChat } from '../../questions/chats/findChat.ts';
import { placeOfChat } from '../../questions/chats/placeOfChat.ts';
import type { Place } from '../../questions/place.ts';
import type { PageRequest } from '../route.ts';
import type { ChatRoutesDeps } from './chatRoutesDeps.ts';
import { notFound, readingIn } from './exchange.ts';

/**
 * The place of one of a visitor's chats, for what is done in it on their behalf.
 *
 * @throws PageError 404
 */
export async function placeOfVisitor(
  chatId: string,
  exchange: PageRequest,
  deps: Pick<ChatRoutesDeps, 'chats' | 'questions' | 'visits'>,
): Promise<Place> {
  const chat = await findChat(chatId, exchange.visitor.owner, deps);
  const place = chat && (await placeOfChat(chat.value, deps, readingIn(exchange)));
  if (place === undefined) throw notFound();
  return place;
}
