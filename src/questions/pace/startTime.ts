import type { QuestionDeps } from '../deps.ts';
import { personIdOf } from '../ids.ts';
import { type Place, vouchesFor } from '../place.ts';
import type { Budget, Question } from '../question.ts';
import { leaveLine, park, postponeStarts, type Starter, takeStart } from './budget.ts';
import { type BudgetDeps, changeBudget } from './changeBudget.ts';
import { lateProber } from './outage.ts';
import { findGone } from './probing.ts';

function starterOf({ id, place, run }: Pick<Question, 'id' | 'place' | 'run'>): Starter {
  return {
    questionId: id,
    person: lineIdOf(place),
    unvouched: !vouchesFor(place),
    ...(run && { isRun: true }),
  };
}

/** Thousands of these are kept in one row: as much of a person's id as tells them apart there. */
export function lineIdOf(place: Place): string {
  return personIdOf(place).slice(0, 12);
}

export interface StartTime {
  /** When the question may be asked (ms since 1970). */
  at: number;
  /** Genie isn't answering: if its time has come, the question has to probe. */
  isDown: boolean;
  /** By asking itself, as Genie answers everything else. */
  asksOnly: boolean;
}

/** When a question may be asked, fair to all who wait on all instances. */
export async function takeStartTime(
  question: Question,
  deps: BudgetDeps & Pick<QuestionDeps, 'questions'>,
): Promise<StartTime> {
  const { settings, clock } = deps;
  const starter = { ...starterOf(question), isLate: question.attempts > 0 };
  const take = (gone?: string) =>
    changeBudget(deps, (before) => {
      const now = clock.now();
      const taken = takeStart(before, starter, settings.questionsPerMinute, now, gone);
      const start = toStartTime(taken.budget, taken.startAt);
      const late = start.isDown && start.at > now ? lateProber(taken.budget, now) : undefined;
      return { budget: taken.budget, result: { ...start, late } };
    });
  const taken = await take();
  const gone = await findGone(taken.late, deps);
  return gone === undefined ? taken : take(gone);
}

/** When a question that waits in line may be asked as things are now; `undefined`: it has no place there. */
export async function readStartTime(
  questionId: string,
  { budgets, settings }: BudgetDeps,
): Promise<StartTime | undefined> {
  const budget = (await budgets.get(settings.workspace))?.value;
  const start = budget?.starts.find((each) => each.questionId === questionId);
  return budget && start && toStartTime(budget, start.at);
}

function toStartTime({ outage }: Budget, at: number): StartTime {
  const isDown = outage?.isProven === true;
  return { at, isDown, asksOnly: isDown && outage.asksOnly === true };
}

/** Genie refused a question for now: it and all who wait start later. Returns the question's new start time. */
export async function postponeStart(
  questionId: string,
  retryAfterMs: number,
  deps: BudgetDeps,
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
export async function countParked(question: Question, deps: BudgetDeps): Promise<void> {
  const starter = starterOf(question);
  await changeBudget(deps, (budget) => ({
    budget: park(budget, starter, deps.clock.now()),
    result: undefined,
  }));
}

/** Gives back the places in line of questions that won't be asked. Best effort: a place left over runs out by itself. */
export async function giveUpPlaces(
  questionIds: readonly string[],
  deps: BudgetDeps & Pick<QuestionDeps, 'log'>,
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
