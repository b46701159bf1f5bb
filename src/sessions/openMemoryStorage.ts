import type { Clock } from '../clock.ts';
import { createAllowanceStore } from './allowanceStore.ts';
import { createBudgetStore } from './budgetStore.ts';
import { createHandledStore } from './handledStore.ts';
import { createMemoryQueue, type MemoryQueue } from './memoryQueue.ts';
import { createMemoryRows } from './memoryRows.ts';
import type { Storage } from './openStorage.ts';
import { createQuestionStore } from './questionStore.ts';
import { createSessionStore } from './sessionStore.ts';
import { createSharedPlaceStore } from './sharedPlaceStore.ts';
import { createSigningKey } from './signingKey.ts';

/** Storage in this process's memory, for tests. */
export function openMemoryStorage(clock: Clock): Storage & { queue: MemoryQueue } {
  return {
    questions: createQuestionStore(createMemoryRows(), clock),
    sessions: createSessionStore(createMemoryRows(), clock),
    budgets: createBudgetStore(createMemoryRows(), clock),
    allowances: createAllowanceStore(createMemoryRows(), clock),
    sharedPlaces: createSharedPlaceStore(createMemoryRows(), clock),
    handled: createHandledStore(createMemoryRows(), clock),
    queue: createMemoryQueue(clock),
    readSigningKey: createSigningKey(createMemoryRows()),
    check: async () => {},
  };
}
