import { sessionIdOf } from '../ids.ts';
import { beginsThreads, type Place, threadBelow } from '../place.ts';
import type { SessionStore } from '../ports.ts';
import { answerPlaceOf, type Question } from '../question.ts';
import type { Session } from '../session.ts';
import { changeSession, type SessionDeps } from './changeSession.ts';
import { touched, withoutConversation } from './sessionTurn.ts';

/**
 * What a run has to know of the session in which its answer is about to be shown: a reset after that counts, one before it
 * doesn't.
 */
export async function meetSession(
  question: Question,
  { sessions, clock }: { sessions: Pick<SessionStore, 'get'> } & Pick<SessionDeps, 'clock'>,
): Promise<Pick<Question, 'generation'> & { tookOver?: true }> {
  const place = readIn(question);
  const session = place && (await sessions.get(sessionIdOf(place)))?.value;
  if (session === undefined) return { generation: 0 };
  const { generation, conversationId, activeQuestionId, idleAt } = session;
  const isTalking = conversationId !== undefined && idleAt > clock.now();
  const isFree = activeQuestionId === undefined;
  return { generation, ...(isTalking && isFree && { tookOver: true }) };
}

/**
 * Lets what is asked next, where the answer of a run has been shown, go on from that answer. Not if its asker has done
 * something there since, or is waiting for an answer of their own. Doing so twice changes nothing.
 */
export async function goOnFromRun(question: Question, deps: SessionDeps): Promise<void> {
  const { state, run, answerActivityId, conversationId, endedAt = deps.clock.now() } = question;
  const isShown = state === 'delivered' && run !== undefined && run.silent === undefined;
  const place = readIn(question, answerActivityId);
  if (!isShown || conversationId === undefined || place === undefined) return;
  await changeSession(place, deps, (session) =>
    isNewer(question, session)
      ? { ...from(question, session), ...touched(endedAt, deps.sessionIdleMs) }
      : session,
  );
}

/** Whether a run's answer is newer than what would go on in its session otherwise. */
function isNewer({ generation, conversationId, endedAt = 0 }: Question, session: Session): boolean {
  if (session.activeQuestionId !== undefined || session.generation !== generation) return false;
  if (session.conversationId === undefined) return true;
  return session.conversationId !== conversationId && session.lastActivityAt <= endedAt;
}

function from(
  { conversationId, messageId, spaceId, askedAs }: Question,
  session: Session,
): Session {
  return {
    ...withoutConversation(session),
    ...(conversationId && { conversationId }),
    ...(messageId && { lastMessageId: messageId }),
    ...(askedAs && { conversationAs: askedAs }),
    ...(spaceId && { spaceId }),
  };
}

/**
 * Where people answer to what a run shows: in a channel itself, in the thread that it begins.
 *
 * @param activityId the message that shows it, if it is there
 */
function readIn(question: Question, activityId?: string): Place | undefined {
  const place = answerPlaceOf(question);
  if (place === undefined || !beginsThreads(place)) return place;
  return activityId === undefined ? undefined : threadBelow(place, activityId);
}
