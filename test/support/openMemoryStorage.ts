import type { Clock } from '../../src/clock.ts';
import { createAllowanceStore } from '../../src/sessions/allowanceStore.ts';
import { createBudgetStore } from '../../src/sessions/budgetStore.ts';
import { createHandledStore } from '../../src/sessions/handledStore.ts';
import type { Storage } from '../../src/sessions/openStorage.ts';
import { createQuestionStore } from '../../src/sessions/questionStore.ts';
import { createSessionStore } from '../../src/sessions/sessionStore.ts';
import { createSharedPlaceStore } from '../../src/sessions/sharedPlaceStore.ts';
import { createSigningKey } from '../../src/sessions/signingKey.ts';
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
    handled: createHandledStore(createMemoryRows(), clock),
    queue: createMemoryQueue(clock),
    readSigningKey: createSigningKey(createMemoryRows()),
    check: async () => {},
  };
}
