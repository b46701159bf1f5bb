import type { Clock } from '../../src/common/clock.ts';
import {
  createChatStore,
  createDeletionStore,
  createVisitStore,
} from '../../src/storage/chatStores.ts';
import { createHandledStore } from '../../src/storage/handledStore.ts';
import type { Storage } from '../../src/storage/openStorage.ts';
import { createQuestionStore } from '../../src/storage/questionStore.ts';
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
import { createMemoryQueue, type MemoryQueue } from './memoryQueue.ts';
import { createMemoryRows } from './memoryRows.ts';

/** Storage in this process's memory, for tests. */
export function openMemoryStorage(clock: Clock): Storage & { queue: MemoryQueue } {
  return {
    questions: createQuestionStore(createMemoryRows(), clock),
    sessions: createSessionStore(createMemoryRows(), clock),
    budgets: createBudgetStore(createMemoryRows(), clock),
    allowances: createAllowanceStore(createMemoryRows(), clock),
    sharedPlaces: createSharedPlaceStore(createMemoryRows(), clock),
    signIns: createSignInStore(createMemoryRows(), clock),
    ownChats: createOwnChatStore(createMemoryRows(), clock),
    turns: createTurnStore(createMemoryRows(), clock),
    chats: createChatStore(createMemoryRows(), clock),
    deletions: createDeletionStore(createMemoryRows(), clock),
    visits: createVisitStore(createMemoryRows(), clock),
    subscriptions: createSubscriptionStore(createMemoryRows(), clock),
    handled: createHandledStore(createMemoryRows(), clock),
    queue: createMemoryQueue(clock),
    readSigningKey: createSigningKey(createMemoryRows()),
    check: async () => {},
  };
}
