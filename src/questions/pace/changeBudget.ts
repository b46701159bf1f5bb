import type { QuestionDeps } from '../deps.ts';
import type { Budget } from '../question.ts';
import { retryOnConflict } from '../retryOnConflict.ts';

export type BudgetDeps = Pick<QuestionDeps, 'budgets' | 'clock' | 'settings'>;

/** Changes the budget that all instances share, by compare-and-swap. The same object means that there's nothing to write. */
export async function changeBudget<T>(
  { budgets, clock, settings }: BudgetDeps,
  change: (budget: Budget) => { budget: Budget; result: T },
): Promise<T> {
  const id = settings.workspace;
  const attempt = async () => {
    const current = await budgets.get(id);
    const before = current?.value ?? { starts: [] };
    const { budget, result } = change(before);
    if (budget === before) return { result };
    const written = current
      ? await budgets.replace(current, { ...budget, id })
      : await budgets.insert({ ...budget, id });
    return written ? { result } : 'conflict';
  };
  const { result } = await inLine(budgets, () => retryOnConflict(clock, attempt));
  return result;
}

const ends = new WeakMap<object, Promise<unknown>>();

/**
 * Runs `work` when all that was put in line for the same `thing` before, in this process, is over. Those who would meet
 * at one row of storage anyway keep the order of arrival, and don't lose writes to each other.
 */
function inLine<T>(thing: object, work: () => Promise<T>): Promise<T> {
  const before = ends.get(thing) ?? Promise.resolve();
  const mine = before.then(work, work);
  ends.set(thing, mine);
  return mine;
}
