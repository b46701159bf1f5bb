import type { QueueClient } from '@azure/storage-queue';
import type { Clock } from '../clock.ts';
import type { BudgetStore, QuestionStore, SessionStore, WorkQueue } from '../questions/ports.ts';
import { createBudgetStore } from './budgetStore.ts';
import { callStorage, unlessAnswered } from './callStorage.ts';
import { createQuestionStore } from './questionStore.ts';
import { createSessionStore } from './sessionStore.ts';
import { createStorageClients, type StorageSettings } from './storageClients.ts';
import { createTableRows } from './tableRows.ts';
import { createWorkQueue } from './workQueue.ts';

export type { StorageSettings } from './storageClients.ts';

/** Everything that outlives a call of a function. */
export interface Storage {
  questions: QuestionStore;
  sessions: SessionStore;
  budgets: BudgetStore;
  queue: WorkQueue;
  /** Resolves if tables and queue answer; throws an `AppError` with the code `storage` if one does not. */
  check(): Promise<void>;
}

/**
 * Opens the storage account without calling it. Tables and the queue that are missing are created by the first write.
 * Throws an `AppError` `config` if the settings are not usable.
 */
export function openStorage(settings: StorageSettings, clock: Clock): Storage {
  const { openTable, openQueue } = createStorageClients(settings);
  const sessionRows = createTableRows(openTable('sessions'));
  const queue = openQueue('questions');
  return {
    questions: createQuestionStore(createTableRows(openTable('questions')), clock),
    sessions: createSessionStore(sessionRows, clock),
    budgets: createBudgetStore(createTableRows(openTable('budget')), clock),
    queue: createWorkQueue(queue),
    check: async () => {
      await Promise.all([
        sessionRows.get({ partition: 'health', row: 'health' }),
        checkQueue(queue),
      ]);
    },
  };
}

/** A queue that does not exist yet is no fault: the service answered. */
async function checkQueue(queue: QueueClient): Promise<void> {
  await callStorage('reach the queue', (options) =>
    unlessAnswered(queue.getProperties(options), 'QueueNotFound'),
  );
}
