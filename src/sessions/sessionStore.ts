import type { Clock } from '../clock.ts';
import type { SessionStore } from '../questions/ports.ts';
import type { Session } from '../questions/question.ts';
import { createDocumentStore, toDate } from './documentStore.ts';
import type { Rows } from './rows.ts';

/** Sessions, each a partition of its own, so that one busy place does not slow another. */
export function createSessionStore(rows: Rows, clock: Clock): SessionStore {
  const { listPages: _, ...store } = createDocumentStore<Session>(rows, clock, {
    name: 'session',
    keyOf: (id) => ({ partition: id, row: 'session' }),
    columnsOf: (session) => ({
      spaceId: session.spaceId,
      conversationId: session.conversationId,
      activeQuestionId: session.activeQuestionId,
      knownBy: session.user.knownBy,
      createdAt: toDate(session.createdAt),
      lastActivityAt: toDate(session.lastActivityAt),
    }),
  });
  return store;
}
