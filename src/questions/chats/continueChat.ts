import { isEndpoint } from '../endpoint.ts';
import { chatSessionIdOf } from '../ids.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import { goOnWith } from '../sessions/continueConversation.ts';
import { groupByConversation } from '../sessions/history.ts';
import { touched } from '../sessions/sessionTurn.ts';
import type { ChatDeps } from './chatDeps.ts';
import type { ReadChat } from './readChats.ts';

type ContinueDeps = Pick<ChatDeps, 'sessions' | 'clock' | 'sessionIdleMs'>;

/**
 * Lets the next question in a chat go on where it ended, although it had idled out: its owner has just opened it. Whether
 * Genie still has the conversation, and whether it's theirs, is found out when something is asked, as always.
 *
 * What was said to an endpoint rests only until the session ends, and so does its conversation. One that its owner ended
 * by starting a new one stays ended.
 */
export async function continueChat(
  { chat, newest, questions }: Pick<ReadChat, 'chat' | 'newest' | 'questions'>,
  deps: ContinueDeps,
): Promise<void> {
  const { sessions, clock, sessionIdleMs } = deps;
  const isThere = await retryOnConflict(clock, async () => {
    const current = await sessions.get(chatSessionIdOf(chat.id));
    if (current === undefined) return false;
    const { conversationId, spaceId, lastActivityAt } = current.value;
    const isFresh = lastActivityAt + sessionIdleMs / 10 > clock.now();
    if (conversationId === undefined || isEndpoint(spaceId) || isFresh) return true;
    const session = { ...current.value, ...touched(clock.now(), sessionIdleMs) };
    return (await sessions.replace(current, session)) ? true : 'conflict';
  });
  if (isThere) return;
  // Its session's row is gone for good: what it knew is in its newest question.
  const [last] = groupByConversation(questions);
  if (last && !isEndpoint(last.spaceId)) await goOnWith(last, newest.place, deps);
}
