import type { OutgoingMessage } from '../../cards/parts/outgoingMessage.ts';
import { historyCard, maxConversations } from '../../cards/talk/historyCard.ts';
import { listOwnConversations } from '../../questions/chats/ownConversations.ts';
import { isEndpoint } from '../../questions/endpoint.ts';
import { sessionIdOf } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import { type PastConversation, titleOf } from '../../questions/sessions/history.ts';
import type { BotDeps } from '../deps.ts';
import { readerOf } from '../readerOf.ts';
import { inTime } from './inTime.ts';

/**
 * The recent conversations of the place's user, on the chat page those of all their chats. They come from our own rows: a
 * list of Genie's would show other people's if it's asked as the bot, and if not, what the person did elsewhere.
 *
 * @throws AppError if they have to sign in first
 */
export async function historyMessage(place: Place, deps: BotDeps): Promise<OutgoingMessage> {
  const { sessions, genie, identities, clock } = deps;
  const session = (await sessions.get(sessionIdOf(place)))?.value;
  const all = await listOwnConversations(place, deps);
  // Who had none isn't asked to sign in for that.
  const askedAs = all.length > 0 ? await identities.identify(place) : undefined;
  const conversations = withoutRepeats(
    all.filter((conversation) => conversation.askedAs === askedAs),
  );
  const readingSpaces = inTime(() => genie.listSpaces()).catch(() => []);
  const shown = conversations.slice(0, maxConversations);
  const [spaces, titles] = await Promise.all([
    readingSpaces,
    Promise.all(shown.map((conversation) => titleOf(conversation, genie))),
  ]);
  const spaceTitles = new Map(spaces.map((space) => [space.id, space.title]));
  const currentId = session && session.idleAt > clock.now() ? session.conversationId : undefined;
  return historyCard({
    ...readerOf(place, deps),
    conversations: shown.map((conversation, index) => {
      const spaceTitle = spaceTitles.get(conversation.spaceId);
      const { run } = conversation.questions[0] ?? {};
      return {
        answerKey: conversation.answerKey,
        title: titles[index] ?? '',
        ...(spaceTitle && { spaceTitle }),
        isKeptHere: isEndpoint(conversation.spaceId),
        lastAt: conversation.lastAt,
        questions: conversation.questions.length,
        ...(run && { schedule: run.schedule }),
        isCurrent: conversation.id === currentId,
      };
    }),
    older: Math.max(0, conversations.length - maxConversations),
  });
}

/** Of what a subscription asked, only the newest, and what its owner has gone on with: a daily one would leave nothing else. */
function withoutRepeats(newestFirst: readonly PastConversation[]): PastConversation[] {
  const listed = new Set<string>();
  return newestFirst.filter(({ questions: [first, ...rest] }) => {
    const id = first?.run?.subscriptionId;
    const isRepeat = id !== undefined && rest.length === 0 && listed.has(id);
    if (id !== undefined) listed.add(id);
    return !isRepeat;
  });
}
