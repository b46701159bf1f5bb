import type { Question } from '../../src/questions/question.ts';
import type { Session } from '../../src/questions/session.ts';

export const now = Date.UTC(2026, 10, 21, 9);

/** A question just accepted in a Teams chat, with what `changes` says. */
export function makeQuestion(changes: Partial<Question> = {}): Question {
  return {
    id: 's1-q1',
    sessionId: 's1',
    state: 'received',
    text: 'Wie viele Aufträge? 😀',
    content: '[ada@example.com] Wie viele Aufträge? 😀',
    place: {
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      conversation: { id: 'a:1#/?', conversationType: 'personal' },
      user: { id: '29:1', name: 'Ada', aadObjectId: 'ada-oid' },
      bot: { id: '28:1' },
    },
    nonce: 'n',
    generation: 0,
    attempts: 0,
    deliveryAttempts: 0,
    acceptedAt: now,
    expiresAt: now + 60_000,
    ...changes,
  };
}

/** A session of someone known from Teams, with what `changes` says. */
export function makeSession(changes: Partial<Session> = {}): Session {
  return {
    id: 's1',
    generation: 0,
    user: { name: 'Ada', email: 'ada@example.com', knownBy: 'teams', lookedUp: true },
    welcomed: true,
    createdAt: now,
    lastActivityAt: now,
    idleAt: now + 30_000,
    expiresAt: now + 60_000,
    ...changes,
  };
}
