import type { QuestionDeps } from '../deps.ts';
import type { Budget } from '../question.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import { countWaiting, postponeStarts, takeStart } from './budget.ts';

type StartTimeDeps = Pick<QuestionDeps, 'budgets' | 'clock' | 'settings'>;

/** When a question can be asked, first come first served across all instances (ms since 1970). */
export async function takeStartTime(questionId: string, deps: StartTimeDeps): Promise<number> {
  const { settings, clock } = deps;
  return changeBudget(deps, (budget) => {
    const taken = takeStart(budget, questionId, settings.questionsPerMinute, clock.now());
    return { budget: taken.budget, result: taken.startAt };
  });
}

/** Genie refused a question for now: it and all waiting ones start later. Returns its new start time. */
export async function postponeStart(
  questionId: string,
  retryAfterMs: number,
  deps: StartTimeDeps,
): Promise<number> {
  const { settings, clock } = deps;
  return changeBudget(deps, (budget) => {
    const now = clock.now();
    const perMinute = settings.questionsPerMinute;
    const postponed = postponeStarts(budget, questionId, perMinute, now, retryAfterMs);
    const own = postponed.starts.find((start) => start.questionId === questionId);
    return { budget: postponed, result: own?.at ?? now + retryAfterMs };
  });
}

/** Whether too many questions are waiting to answer another one in reasonable time. */
export async function isTooBusy({ budgets, clock, settings }: StartTimeDeps): Promise<boolean> {
  const budget = await budgets.get(settings.workspace);
  if (budget === undefined) return false;
  return countWaiting(budget.value, clock.now()) >= settings.maxWaitingQuestions;
}

async function changeBudget<T>(
  { budgets, clock, settings }: StartTimeDeps,
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
 * Runs `work` after everything that this process has already lined up for the same `thing`. Callers that would collide
 * at one row in storage keep their order instead, and don't lose writes to each other.
 */
function inLine<T>(thing: object, work: () => Promise<T>): Promise<T> {
  const before = ends.get(thing) ?? Promise.resolve();
  const mine = before.then(work, work);
  ends.set(thing, mine);
  return mine;
}
