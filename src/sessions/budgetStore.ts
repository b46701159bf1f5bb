import type { Clock } from '../clock.ts';
import type { BudgetStore } from '../questions/ports.ts';
import type { Budget } from '../questions/question.ts';
import { createDocumentStore, toDate } from './documentStore.ts';
import type { Rows } from './rows.ts';

/** Budgets, one row to a workspace. They do not expire. */
export function createBudgetStore(rows: Rows, clock: Clock): BudgetStore {
  const { listPages: _, ...store } = createDocumentStore<Budget & { id: string }>(rows, clock, {
    name: 'budget',
    keyOf: (id) => ({ partition: id, row: 'budget' }),
    columnsOf: (budget) => ({ blockedUntil: toDate(budget.blockedUntil) }),
  });
  return store;
}
