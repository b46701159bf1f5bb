import type { Place } from '../place.ts';
import type { QuestionStore } from '../ports.ts';
import { changeSession, type SessionDeps, startingAnew } from './changeSession.ts';
import type { PastConversation } from './history.ts';
import { findConversation } from './history.ts';
import { touched } from './sessionTurn.ts';

/**
 * Continues, with the next question of a place's user, the conversation that one of their answers belongs to.
 *
 * @returns the conversation; `undefined` if it is not theirs or no longer exists
 */
export async function continueConversation(
  answerKey: string,
  place: Place,
  deps: SessionDeps & { questions: QuestionStore },
): Promise<PastConversation | undefined> {
  const conversation = await findConversation(answerKey, place, deps);
  if (conversation) await goOnWith(conversation, place, deps);
  return conversation;
}

/** What has to be known of a conversation to go on with it. */
type Continued = Pick<PastConversation, 'id' | 'spaceId' | 'lastMessageId' | 'askedAs'>;

/** Continues a conversation of a place's user with their next question there. */
export async function goOnWith(
  { id, spaceId, lastMessageId, askedAs }: Continued,
  place: Place,
  deps: SessionDeps,
): Promise<void> {
  await changeSession(place, deps, (session) => ({
    ...(session.conversationId === id
      ? session
      : {
          ...startingAnew(session),
          conversationId: id,
          ...(askedAs && { conversationAs: askedAs }),
          spaceId,
          lastMessageId,
        }),
    ...touched(deps.clock.now(), deps.sessionIdleMs),
  }));
}
