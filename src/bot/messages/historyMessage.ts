import type { OutgoingMessage } from '../../cards/parts/outgoingMessage.ts';
import { historyCard, maxConversations } from '../../cards/talk/historyCard.ts';
import { sessionIdOf } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import { listConversations, titleOf } from '../../questions/sessions/history.ts';
import type { BotDeps } from '../deps.ts';
import { cardChannelOf } from '../place.ts';
import { inTime } from './inTime.ts';

/**
 * The recent conversations of the place's user. They come from our own rows: in Genie all conversations belong to the
 * bot's token, so a list of Genie's would show other people's.
 */
export async function historyMessage(place: Place, deps: BotDeps): Promise<OutgoingMessage> {
  const { sessions, questions, genie, clock } = deps;
  const id = sessionIdOf(place);
  const readingSpaces = inTime(() => genie.listSpaces()).catch(() => []);
  const session = (await sessions.get(id))?.value;
  const conversations = await listConversations(session ?? { id }, questions);
  const shown = conversations.slice(0, maxConversations);
  const [spaces, titles] = await Promise.all([
    readingSpaces,
    Promise.all(shown.map((conversation) => titleOf(conversation, genie))),
  ]);
  const spaceTitles = new Map(spaces.map((space) => [space.id, space.title]));
  const currentId = session && session.idleAt > clock.now() ? session.conversationId : undefined;
  return historyCard({
    channel: cardChannelOf(place),
    conversations: shown.map((conversation, index) => {
      const spaceTitle = spaceTitles.get(conversation.spaceId);
      return {
        answerKey: conversation.answerKey,
        title: titles[index] ?? '',
        ...(spaceTitle && { spaceTitle }),
        lastAt: conversation.lastAt,
        questions: conversation.questions.length,
        isCurrent: conversation.id === currentId,
      };
    }),
    older: Math.max(0, conversations.length - maxConversations),
    ...(place.locale && { locale: place.locale }),
    ...(place.timeZone && { timeZone: place.timeZone }),
  });
}
