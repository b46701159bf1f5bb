import type { ErrorCode } from '../../common/errors.ts';
import type { QuestionDeps } from '../deps.ts';
import { isEndpoint } from '../endpoint.ts';
import { channelOf, type Place, readingOf, vouchesFor } from '../place.ts';
import type { QuestionStore, Versioned } from '../ports.ts';
import { endStates, type Question } from '../question.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import type { Session } from '../session.ts';

/** How long a session's row outlives its idle time: long enough to know that it had idled out. */
const keptAfterIdleMs = 30 * 24 * 3_600_000;

export type SessionTurnDeps = Pick<
  QuestionDeps,
  'sessions' | 'questions' | 'clock' | 'sessionIdleMs'
>;

/** What a question continues once it is its turn. */
export interface Turn {
  generation: number;
  conversationId?: string;
  lastMessageId?: string;
  spaceId?: string;
  chosenSpaceId?: string;
  /** Why the session's conversation can't be continued: it was idle for too long, or is another identity's. */
  ended?: 'idle' | 'identity';
}

/** A new session. */
export function newSession(id: string, place: Place, now: number, idleMs: number): Session {
  const { name } = place.user;
  return {
    id,
    generation: 0,
    user: {
      ...(name && { name }),
      knownBy: knownBy(place),
      lookedUp: false,
    },
    welcomed: false,
    createdAt: now,
    ...touched(now, idleMs),
  };
}

function knownBy(place: Place): Session['user']['knownBy'] {
  if (channelOf(place).vouchesForPeople) return 'teams';
  return vouchesFor(place) ? 'page' : 'self-declared';
}

/** The times of a session that has just been active. */
export function touched(now: number, idleMs: number) {
  return { lastActivityAt: now, idleAt: now + idleMs, expiresAt: now + idleMs + keptAfterIdleMs };
}

/**
 * Gives the session's turn to a question: one at a time, in order of arrival. `undefined` means that another question
 * has the turn; its end wakes the next. What a subscription asks needs none: it starts a conversation, always.
 *
 * @param known the session as just read, if it was: it is tried first
 * @param askedAs as whom Genie is asked: a conversation belongs to the one who started it
 */
export async function takeTurn(
  question: Question,
  deps: SessionTurnDeps,
  known?: Versioned<Session>,
  askedAs?: string,
): Promise<Turn | undefined> {
  if (question.run) return turnOfRun(question);
  const { sessions, clock, sessionIdleMs } = deps;
  let untried = known;
  return retryOnConflict(clock, async () => {
    const current = untried ?? (await openSession(question.sessionId, question.place, deps));
    untried = undefined;
    if (current === undefined) return 'conflict';
    const before = await withoutEndedTurn(current.value, question, deps);
    if (before === undefined) return undefined;
    const ended = whyEnded(before, askedAs, clock.now());
    const session: Session = {
      ...(ended ? withoutConversation(before) : before),
      activeQuestionId: question.id,
      ...(question.place.locale && { reading: readingOf(question.place) }),
      ...touched(clock.now(), sessionIdleMs),
    };
    const written = await sessions.replace(current, session);
    return written ? { ...session, ...(ended && { ended }) } : 'conflict';
  });
}

/** Its session learns of it when it is shown: `goOnFromRun.ts`. */
function turnOfRun({ generation, spaceId }: Question): Turn {
  return { generation, ...(spaceId && { chosenSpaceId: spaceId }) };
}

/** Why a session's conversation can't be continued, if it has one that can't. */
function whyEnded(
  { conversationId, conversationAs, idleAt }: Session,
  askedAs: string | undefined,
  now: number,
): Turn['ended'] {
  if (conversationId === undefined) return undefined;
  if (conversationAs !== askedAs) return 'identity';
  return idleAt <= now ? 'idle' : undefined;
}

/**
 * Ends a question's turn: what it learned goes into the session, and the turn to the next in line.
 *
 * @returns the id of the question whose turn it is now, and which has to be woken
 */
export async function endTurn(
  question: Question,
  { sessions, questions, clock, sessionIdleMs }: SessionTurnDeps,
): Promise<string | undefined> {
  const next = await firstInLine(question.sessionId, questions);
  return retryOnConflict(clock, async () => {
    const current = await sessions.get(question.sessionId);
    const activeId = current?.value.activeQuestionId;
    if (current === undefined || activeId !== question.id) {
      // Passed on before, by an attempt that crashed: whether the next one was woken, nobody knows.
      return next !== undefined && activeId === next.id ? next.id : undefined;
    }
    const { activeQuestionId: _ended, ...session } = learn(current.value, question);
    const written = await sessions.replace(current, {
      ...session,
      ...(next && { activeQuestionId: next.id }),
      ...touched(clock.now(), sessionIdleMs),
    });
    return written ? next?.id : 'conflict';
  });
}

/** Whether a question would get its session's turn now. Writes nothing. */
export async function mayTakeTurn(question: Question, deps: SessionTurnDeps): Promise<boolean> {
  const session = await deps.sessions.get(question.sessionId);
  return !session || (await withoutEndedTurn(session.value, question, deps)) !== undefined;
}

/** Reads or creates a session; `undefined` if another instance has just created it. */
export async function openSession(
  id: string,
  place: Place,
  { sessions, clock, sessionIdleMs }: Pick<SessionTurnDeps, 'sessions' | 'clock' | 'sessionIdleMs'>,
): Promise<Versioned<Session> | undefined> {
  const found = await sessions.get(id);
  return found ?? sessions.insert(newSession(id, place, clock.now(), sessionIdleMs));
}

/**
 * The session for `question`, unless another question has its turn. A turn ends with its question, even if the instance
 * that should have ended it was killed; questions that have waited longer still go first.
 */
async function withoutEndedTurn(
  session: Session,
  question: Question,
  { questions }: SessionTurnDeps,
): Promise<Session | undefined> {
  const activeId = session.activeQuestionId;
  if (activeId === undefined || activeId === question.id) return session;
  const active = await questions.get(activeId);
  if (active && holdsTurn(active.value)) return undefined;
  const first = await firstInLine(session.id, questions);
  if (first && first.id !== question.id) return undefined;
  return active ? learn(session, active.value) : session;
}

/** Whether a question that has the turn still needs it. */
function holdsTurn({ state }: Question): boolean {
  return !endStates.has(state) && state !== 'overdue';
}

/** The question that has waited longest for the turn. */
async function firstInLine(
  sessionId: string,
  questions: QuestionStore,
): Promise<Question | undefined> {
  const open = await questions.listOpen(sessionId);
  return open.find(({ state, run }) => state === 'received' && !run);
}

/** What an ended question taught the session, unless there was a reset in between. */
function learn(session: Session, question: Question): Session {
  if (question.generation !== session.generation || !question.conversationId) return session;
  if (mayStillWork(question)) return withoutConversation(session);
  const { conversationAs: _before, ...rest } = session;
  return {
    ...rest,
    conversationId: question.conversationId,
    ...(question.askedAs && { conversationAs: question.askedAs }),
    ...(question.messageId && { lastMessageId: question.messageId }),
    ...(question.spaceId && { spaceId: question.spaceId }),
  };
}

/** Failures that can only occur once Genie is done. */
const seenDone: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'genie-failed',
  'genie-cancelled',
  'delivery-unsure',
  'undeliverable',
]);

/** Whether Genie may still be working in the conversation, which takes one question at a time. */
function mayStillWork({ state, failure, messageId, spaceId }: Question): boolean {
  // An endpoint stops with its call.
  if (isEndpoint(spaceId)) return false;
  if (state === 'overdue' || failure?.code === 'cancelled-by-asker') return true;
  return messageId !== undefined && failure !== undefined && !seenDone.has(failure.code);
}

/** The session without its current conversation. */
export function withoutConversation(session: Session): Session {
  const { conversationId: _busy, lastMessageId: _too, conversationAs: _whose, ...rest } = session;
  return rest;
}

/** Removes a conversation that Genie no longer has, so that the question starts a new one. */
export async function forgetConversation(
  { sessionId, conversationId }: Question,
  { sessions, clock }: Pick<QuestionDeps, 'sessions' | 'clock'>,
): Promise<void> {
  await retryOnConflict(clock, async () => {
    const current = await sessions.get(sessionId);
    if (current === undefined || current.value.conversationId !== conversationId) return;
    const session = withoutConversation(current.value);
    return (await sessions.replace(current, session)) ? undefined : 'conflict';
  });
}
