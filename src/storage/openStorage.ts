import type { QueueClient } from '@azure/storage-queue';
import type { Clock } from '../common/clock.ts';
import type {
  AllowanceStore,
  BudgetStore,
  ChatStore,
  DeletionStore,
  DueWork,
  OwnChatStore,
  QuestionStore,
  SessionStore,
  SharedPlaceStore,
  SignInStore,
  SubscriptionStore,
  TurnStore,
  VisitStore,
  WorkQueue,
} from '../questions/ports.ts';
import { createChatStore, createDeletionStore, createVisitStore } from './chatStores.ts';
import { createHandledStore, type HandledStore } from './handledStore.ts';
import { createQuestionStore } from './questionStore.ts';
import { callStorage, unlessAnswered } from './rows/callStorage.ts';
import { rememberLatest } from './rows/rememberLatest.ts';
import { createTableRows } from './rows/tableRows.ts';
import { createSigningKey } from './signingKey.ts';
import { createStorageClients, type StorageSettings } from './storageClients.ts';
import {
  createAllowanceStore,
  createBudgetStore,
  createOwnChatStore,
  createSessionStore,
  createSharedPlaceStore,
  createSignInStore,
} from './stores.ts';
import { createSubscriptionStore } from './subscriptionStore.ts';
import { createTurnStore } from './turnStore.ts';
import { createWorkQueue } from './workQueue.ts';

export type { StorageSettings } from './storageClients.ts';

/** Everything that outlives a call of a function. */
export interface Storage {
  questions: QuestionStore;
  sessions: SessionStore;
  budgets: BudgetStore;
  allowances: AllowanceStore;
  sharedPlaces: SharedPlaceStore;
  signIns: SignInStore;
  ownChats: OwnChatStore;
  turns: TurnStore;
  chats: ChatStore;
  deletions: DeletionStore;
  visits: VisitStore;
  subscriptions: SubscriptionStore;
  handled: HandledStore;
  queue: WorkQueue;
  /** Looks at subscriptions. */
  looks: WorkQueue<DueWork>;
  /** The key that links and tokens are signed with, the same for all instances. @throws AppError `storage` */
  readSigningKey(): Promise<Buffer>;
  /** Resolves if tables and queue answer; throws an `AppError` with the code `storage` if one does not. */
  check(): Promise<void>;
}

/**
 * Opens the storage account without calling it. Tables and queues that are missing are created by the first write.
 * Throws an `AppError` `config` if the settings are not usable.
 */
export function openStorage(settings: StorageSettings, clock: Clock): Storage {
  const { openTable, openQueue } = createStorageClients(settings);
  const sessionRows = createTableRows(openTable('sessions'));
  const budgetRows = createTableRows(openTable('budget'));
  const placeRows = createTableRows(openTable('places'));
  const chatRows = createTableRows(openTable('chats'));
  const queue = openQueue('questions');
  return {
    questions: createQuestionStore(createTableRows(openTable('questions')), clock),
    sessions: createSessionStore(sessionRows, clock),
    budgets: rememberLatest(createBudgetStore(budgetRows, clock), clock),
    allowances: createAllowanceStore(budgetRows, clock),
    signIns: createSignInStore(sessionRows, clock),
    sharedPlaces: createSharedPlaceStore(placeRows, clock),
    ownChats: createOwnChatStore(placeRows, clock),
    turns: createTurnStore(createTableRows(openTable('turns')), clock),
    chats: createChatStore(chatRows, clock),
    deletions: createDeletionStore(chatRows, clock),
    visits: createVisitStore(chatRows, clock),
    subscriptions: createSubscriptionStore(createTableRows(openTable('subscriptions')), clock),
    handled: createHandledStore(sessionRows, clock),
    queue: createWorkQueue(queue),
    looks: createWorkQueue(openQueue('subscriptions')),
    readSigningKey: createSigningKey(createTableRows(openTable('keys'))),
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
