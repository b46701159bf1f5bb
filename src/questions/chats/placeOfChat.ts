import type { Chat } from '../chat.ts';
import { chatSessionIdOf } from '../ids.ts';
import { type Place, pageChannelId, type Reading } from '../place.ts';
import { visitorOf } from '../visitorOf.ts';
import type { ChatDeps } from './chatDeps.ts';

/**
 * The place of a chat: where its owner writes now, or wrote last. It's for what is done on their behalf: nothing can be
 * sent there. `undefined`: nobody has been there for so long that it isn't known.
 */
export async function placeOfChat(
  { id: chatId, conversationId }: Chat,
  { questions, visits }: Pick<ChatDeps, 'questions' | 'visits'>,
  reading: Reading = {},
): Promise<Place | undefined> {
  const [visited, asked] = await Promise.all([
    visits.get(conversationId),
    questions.listAll(chatSessionIdOf(chatId)),
  ]);
  const visit = visited?.value;
  const last = asked.at(-1)?.place;
  if (visit?.chatId !== chatId) return last && { ...last, ...reading };
  return {
    channelId: last?.channelId ?? pageChannelId,
    serviceUrl: last?.serviceUrl ?? '',
    conversation: { id: visit.id },
    user: { id: visit.userId, ...visit.user },
    bot: last?.bot ?? { id: '' },
    visitor: visitorOf(visit),
    ...reading,
  };
}
