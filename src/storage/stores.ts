import type { Clock } from '../common/clock.ts';
import type {
  AllowanceStore,
  BudgetStore,
  OwnChatStore,
  SessionStore,
  SharedPlaceStore,
  SignInStore,
} from '../questions/ports.ts';
import type { Allowance, Budget } from '../questions/question.ts';
import type { OwnChat, Session, SharedPlace } from '../questions/session.ts';
import type { SignIn } from '../questions/signIn.ts';
import { createDocumentStore, toDate } from './rows/documentStore.ts';
import type { Rows } from './rows/rows.ts';

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

/** What is known of people's sign-ins, one row to a person at a channel. They hold no token, and name nobody. */
export function createSignInStore(rows: Rows, clock: Clock): SignInStore {
  const { listPages: _, ...store } = createDocumentStore<SignIn>(rows, clock, {
    name: 'sign-in',
    keyOf: (id) => ({ partition: `person_${id}`, row: 'sign-in' }),
    columnsOf: () => ({}),
  });
  return store;
}

/** What people asked lately, one row to a person, beside the budgets: a workspace's host has no `_` in it. */
export function createAllowanceStore(rows: Rows, clock: Clock): AllowanceStore {
  const { listPages: _, ...store } = createDocumentStore<Allowance>(rows, clock, {
    name: 'allowance',
    keyOf: (id) => ({ partition: `person_${id}`, row: 'allowance' }),
    columnsOf: () => ({}),
    isHarmless: true,
  });
  return store;
}

/** Budgets, one row to a workspace. They do not expire. */
export function createBudgetStore(rows: Rows, clock: Clock): BudgetStore {
  const { listPages: _, ...store } = createDocumentStore<Budget & { id: string }>(rows, clock, {
    name: 'budget',
    keyOf: (id) => ({ partition: id, row: 'budget' }),
    columnsOf: (budget) => ({ blockedUntil: toDate(budget.blockedUntil) }),
  });
  return store;
}

/** What holds for whole channels and group chats, one row to a place. It does not expire. */
export function createSharedPlaceStore(rows: Rows, clock: Clock): SharedPlaceStore {
  const { listPages: _, ...store } = createDocumentStore<SharedPlace>(rows, clock, {
    name: 'place',
    keyOf: (id) => ({ partition: id, row: 'place' }),
    columnsOf: ({ spaceId }) => ({ spaceId }),
  });
  return store;
}

/** People's own chats, one row to a person, beside the shared places. */
export function createOwnChatStore(rows: Rows, clock: Clock): OwnChatStore {
  const { listPages: _, ...store } = createDocumentStore<OwnChat>(rows, clock, {
    name: 'chat',
    keyOf: (id) => ({ partition: `person_${id}`, row: 'chat' }),
    columnsOf: () => ({}),
  });
  return store;
}
