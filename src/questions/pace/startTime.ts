import type { QuestionDeps } from '../deps.ts';
import { personIdOf } from '../ids.ts';
import { channelOf, type Place } from '../place.ts';
import type { Budget, Question } from '../question.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import { leaveLine, park, postponeStarts, type Starter, takeStart } from './budget.ts';

type StartTimeDeps = Pick<QuestionDeps, 'budgets' | 'clock' | 'settings'>;

function starterOf(questionId: string, place: Place): Starter {
  return { questionId, person: lineIdOf(place), unvouched: !channelOf(place).vouchesForPeople };
}

/** Thousands of these are kept in one row: as much of a person's id as tells them apart there. */
export function lineIdOf(place: Place): string {
  return personIdOf(place).slice(0, 12);
}

/** When a question may be asked, fair to all who wait on all instances (ms since 1970). */
export async function takeStartTime(
  { id: questionId, place }: Question,
  deps: StartTimeDeps,
): Promise<number> {
  const { settings, clock } = deps;
  const starter = starterOf(questionId, place);
  return changeBudget(deps, (budget) => {
    const taken = takeStart(budget, starter, settings.questionsPerMinute, clock.now());
    return { budget: taken.budget, result: taken.startAt };
  });
}

/** When a question that waits in line may be asked as things are now; `undefined`: it has no place there. */
export async function readStartTime(
  questionId: string,
  { budgets, settings }: StartTimeDeps,
): Promise<number | undefined> {
  const budget = await budgets.get(settings.workspace);
  return budget?.value.starts.find((start) => start.questionId === questionId)?.at;
}

/** Genie refused a question for now: it and all who wait start later. Returns the question's new start time. */
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

/** Counts a question that waits for an earlier one of its session, so that the line knows how many wait in all. */
export async function countParked(
  { id: questionId, place }: Question,
  deps: StartTimeDeps,
): Promise<void> {
  const starter = starterOf(questionId, place);
  await changeBudget(deps, (budget) => ({
    budget: park(budget, starter, deps.clock.now()),
    result: undefined,
  }));
}

/** Gives back the places in line of questions that won't be asked. Best effort: a place left over runs out by itself. */
export async function giveUpPlaces(
  questionIds: readonly string[],
  deps: StartTimeDeps & Pick<QuestionDeps, 'log'>,
): Promise<void> {
  const { settings, clock, log } = deps;
  try {
    await changeBudget(deps, (budget) => ({
      budget: leaveLine(budget, questionIds, settings.questionsPerMinute, clock.now()),
      result: undefined,
    }));
  } catch (error) {
    log.warn('line.notLeft', { questionId: questionIds[0], error });
  }
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
 * Runs `work` when all that was put in line for the same `thing` before, in this process, is over. Those who would meet
 * at one row of storage anyway keep the order of arrival, and don't lose writes to each other.
 */
function inLine<T>(thing: object, work: () => Promise<T>): Promise<T> {
  const before = ends.get(thing) ?? Promise.resolve();
  const mine = before.then(work, work);
  ends.set(thing, mine);
  return mine;
}
