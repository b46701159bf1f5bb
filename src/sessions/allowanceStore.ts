import type { Clock } from '../clock.ts';
import type { AllowanceStore } from '../questions/ports.ts';
import type { Allowance } from '../questions/question.ts';
import { createDocumentStore } from './documentStore.ts';
import type { Rows } from './rows.ts';

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
