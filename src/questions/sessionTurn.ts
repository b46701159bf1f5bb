import type { Clock } from '../clock.ts';
import type { ErrorCode } from '../errors.ts';
import type { QuestionStore, SessionStore, Versioned, WorkQueue } from './ports.ts';
import { endStates, type Place, type Question, type Session } from './question.ts';
import { retryOnConflict } from './retryOnConflict.ts';

/** How long a session's row outlives its idle time: long enough to say truthfully that it had idled out. */
const keptAfterIdleMs = 30 * 24 * 3_600_000;

export interface SessionTurnDeps {
  sessions: SessionStore;
  questions: QuestionStore;
  queue: WorkQueue;
  clock: Clock;
  sessionIdleMs: number;
}

/** What a question continues once it is its turn. */
export interface Turn {
  generation: number;
  conversationId?: string;
  lastMessageId?: string;
  spaceId?: string;
  chosenSpaceId?: string;
  /** The session had a conversation, and nobody said anything in it for too long. */
  idledOut: boolean;
}

/** A session as it begins. */
export function newSession(id: string, place: Place, now: number, idleMs: number): Session {
  const { name } = place.user;
  return {
    id,
    generation: 0,
    user: {
      ...(name && { name }),
      knownBy: place.channelId === 'msteams' ? 'teams' : 'self-declared',
      lookedUp: false,
    },
    welcomed: false,
    createdAt: now,
    ...touched(now, idleMs),
  };
}

/** The times of a session in which something has just happened. */
export function touched(now: number, idleMs: number) {
  return { lastActivityAt: now, idleAt: now + idleMs, expiresAt: now + idleMs + keptAfterIdleMs };
}

/**
 * Gives the session's turn to a question: one at a time, in the order in which they came. `undefined` means that
 * another question has the turn; whoever ends it wakes the next.
 *
 * @param known the session as it was just read, where it was: it is tried first
 */
export async function takeTurn(
  question: Question,
  deps: SessionTurnDeps,
  known?: Versioned<Session>,
): Promise<Turn | undefined> {
  const { sessions, clock, sessionIdleMs } = deps;
  let untried = known;
  return retryOnConflict(clock, async () => {
    const current = untried ?? (await openSession(question.sessionId, question.place, deps));
    untried = undefined;
    if (current === undefined) return 'conflict';
    const before = await withoutEndedTurn(current.value, question, deps);
    if (before === undefined) return undefined;
    const idledOut = before.conversationId !== undefined && before.idleAt <= clock.now();
    const { conversationId, lastMessageId, ...rest } = before;
    const session: Session = {
      ...rest,
      ...(!idledOut && conversationId && { conversationId }),
      ...(!idledOut && lastMessageId && { lastMessageId }),
      activeQuestionId: question.id,
      ...touched(clock.now(), sessionIdleMs),
    };
    const written = await sessions.replace(current, session);
    return written ? { ...session, idledOut } : 'conflict';
  });
}

/** Ends a question's turn: what it learned goes into the session, and the next in line is woken. */
export async function endTurn(question: Question, deps: SessionTurnDeps): Promise<void> {
  const { sessions, questions, queue, clock, sessionIdleMs } = deps;
  const next = await firstInLine(question.sessionId, questions);
  await retryOnConflict(clock, async () => {
    const current = await sessions.get(question.sessionId);
    if (current?.value.activeQuestionId !== question.id) return undefined;
    const { activeQuestionId: _ended, ...session } = learn(current.value, question);
    const written = await sessions.replace(current, {
      ...session,
      ...(next && { activeQuestionId: next.id }),
      ...touched(clock.now(), sessionIdleMs),
    });
    return written ? undefined : 'conflict';
  });
  if (next) await queue.send({ kind: 'go', questionId: next.id });
}

/** Whether nothing keeps a question from its turn: it was given to it, or nobody has it. */
export async function isNextInTurn(
  { id, sessionId }: Question,
  sessions: SessionStore,
): Promise<boolean> {
  const activeId = (await sessions.get(sessionId))?.value.activeQuestionId;
  return activeId === undefined || activeId === id;
}

/** Reads a session, or begins one; `undefined` when somebody else has just begun it. */
export async function openSession(
  id: string,
  place: Place,
  { sessions, clock, sessionIdleMs }: Pick<SessionTurnDeps, 'sessions' | 'clock' | 'sessionIdleMs'>,
): Promise<Versioned<Session> | undefined> {
  const found = await sessions.get(id);
  return found ?? sessions.insert(newSession(id, place, clock.now(), sessionIdleMs));
}

/**
 * The session as it is for `question`, if nobody else has its turn. A turn whose question has ended is over, even
 * where the instance that should have ended it was killed; those who waited longer still go first.
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

/** The question that has waited longest for the session's turn. */
async function firstInLine(
  sessionId: string,
  questions: QuestionStore,
): Promise<Question | undefined> {
  const open = await questions.listOpen(sessionId);
  return open.find(({ state }) => state === 'received');
}

/** What an ended question taught the session, unless there was a reset in between. */
function learn(session: Session, question: Question): Session {
  if (question.generation !== session.generation || !question.conversationId) return session;
  if (mayStillWork(question)) return withoutConversation(session);
  return {
    ...session,
    conversationId: question.conversationId,
    ...(question.messageId && { lastMessageId: question.messageId }),
    ...(question.spaceId && { spaceId: question.spaceId }),
  };
}

/** Failures of which nobody learns before Genie is done. */
const seenDone: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'genie-failed',
  'genie-cancelled',
  'delivery-unsure',
  'undeliverable',
]);

/** Whether Genie may still be at work in a question's conversation, which takes one question at a time. */
function mayStillWork({ state, failure, messageId }: Question): boolean {
  if (state === 'overdue' || failure?.code === 'cancelled-by-asker') return true;
  return messageId !== undefined && failure !== undefined && !seenDone.has(failure.code);
}

/** The session without the conversation that it would have continued. */
export function withoutConversation(session: Session): Session {
  const { conversationId: _busy, lastMessageId: _too, ...rest } = session;
  return rest;
}
