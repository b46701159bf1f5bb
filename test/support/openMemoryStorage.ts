import type { Clock } from '../../src/common/clock.ts';
import type { DueWork } from '../../src/questions/ports.ts';
import {
  createChatStore,
  createDeletionStore,
  createVisitStore,
} from '../../src/storage/chatStores.ts';
import { createHandledStore } from '../../src/storage/handledStore.ts';
import type { Storage } from '../../src/storage/openStorage.ts';
import { createQuestionStore } from '../../src/storage/questionStore.ts';
import type { Rows } from '../../src/storage/rows/rows.ts';
import { createSigningKey } from '../../src/storage/signingKey.ts';
import {
  createAllowanceStore,
  createBudgetStore,
  createOwnChatStore,
  createSessionStore,
  createSharedPlaceStore,
  createSignInStore,
} from '../../src/storage/stores.ts';
import { createSubscriptionStore } from '../../src/storage/subscriptionStore.ts';
import { createTurnStore } from '../../src/storage/turnStore.ts';
import { parseLook, parseWork } from '../../src/storage/workMessage.ts';
import { createMemoryQueue, type MemoryQueue } from './memoryQueue.ts';
import { createMemoryRows } from './memoryRows.ts';

/**
 * Storage in this process's memory, for tests.
 *
 * @param createRows makes the rows of each store
 */
export function openMemoryStorage(
  clock: Clock,
  createRows: () => Rows = createMemoryRows,
): Storage & { queue: MemoryQueue; looks: MemoryQueue<DueWork> } {
  return {
    questions: createQuestionStore(createRows(), clock),
    sessions: createSessionStore(createRows(), clock),
    budgets: createBudgetStore(createRows(), clock),
    allowances: createAllowanceStore(createRows(), clock),
    sharedPlaces: createSharedPlaceStore(createRows(), clock),
    signIns: createSignInStore(createRows(), clock),
    ownChats: createOwnChatStore(createRows(), clock),
    turns: createTurnStore(createRows(), clock),
    chats: createChatStore(createRows(), clock),
    deletions: createDeletionStore(createRows(), clock),
    visits: createVisitStore(createRows(), clock),
    subscriptions: createSubscriptionStore(createRows(), clock),
    handled: createHandledStore(createRows(), clock),
    queue: createMemoryQueue(clock, parseWork),
    looks: createMemoryQueue(clock, parseLook),
    readSigningKey: createSigningKey(createRows()),
    check: async () => {},
  };
}
