import type { Clock } from '../clock.ts';
import { createBudgetStore } from './budgetStore.ts';
import { createMemoryQueue, type MemoryQueue } from './memoryQueue.ts';
import { createMemoryRows } from './memoryRows.ts';
import type { Storage } from './openStorage.ts';
import { createQuestionStore } from './questionStore.ts';
import { createSessionStore } from './sessionStore.ts';

/** Storage in this process's memory, for tests. */
export function openMemoryStorage(clock: Clock): Storage & { queue: MemoryQueue } {
  return {
    questions: createQuestionStore(createMemoryRows(), clock),
    sessions: createSessionStore(createMemoryRows(), clock),
    budgets: createBudgetStore(createMemoryRows(), clock),
    queue: createMemoryQueue(clock),
    check: async () => {},
  };
}
