import type { Budget, Start } from '../question.ts';
import { inFairOrder } from './fairOrder.ts';
import { heldUntil } from './outage.ts';

/** Genie's limit is per minute, but more questions than this at once aren't healthy either. */
const burst = 5;

/** How many questions may start in any window of `ms`. */
interface Window {
  count: number;
  ms: number;
}

/**
 * Two windows apply: Genie's own limit, and at most five questions in the time that five take at that rate, so that a
 * crowd is let through evenly. What subscriptions ask leaves one start in each of them free, if there is another: who
 * asks something then need not wait.
 */
function windowsOf(questionsPerMinute: number, isRun = false): Window[] {
  const windows = [{ count: questionsPerMinute, ms: 60_000 }];
  if (questionsPerMinute > burst) {
    windows.push({ count: burst, ms: (60_000 * burst) / questionsPerMinute });
  }
  // The margin is because some requests take longer than others to reach Genie.
  return windows.map(({ count, ms }) => ({
    count: isRun ? Math.max(1, count - 1) : count,
    ms: ms * 1.02 + 50,
  }));
}

/**
 * Gives every question that waits its time, in fair order, behind those that started and those whose time has come; runs
 * of subscriptions behind all of these.
 *
 * @param coming those whose time counts as not come, whatever it is
 */
export function planStarts(
  budget: Budget,
  questionsPerMinute: number,
  now: number,
  coming: readonly Start[] = [],
): Budget {
  const waits = (start: Start) => coming.includes(start) || (!start.started && start.at > now);
  const { settled = [], waiting = [] } = Object.groupBy(budget.starts, (start) =>
    waits(start) ? 'waiting' : 'settled',
  );
  const earliest = earliestOf(budget, now);
  const lineUp = (line: readonly Start[], before: readonly Start[], isRun: boolean) => {
    const alike = before.filter((start) => isRunStart(start) === isRun);
    const windows = windowsOf(questionsPerMinute, isRun);
    const starts = [...before];
    for (const start of inFairOrder(line, alike, questionsPerMinute)) {
      starts.push({ ...start, at: nextStart(starts, windows, earliest) });
    }
    return starts;
  };
  const { people = [], runs = [] } = Object.groupBy(waiting, (start) =>
    isRunStart(start) ? 'runs' : 'people',
  );
  const ahead = lineUp(people, settled.filter(isAhead), false);
  const due = settled.filter((start) => !isAhead(start));
  return { ...budget, starts: lineUp(runs, [...ahead, ...due].sort(byTime), true) };
}

/** When a question can start behind these, which are in order. */
export function startBehind(
  before: readonly Start[],
  budget: Budget,
  questionsPerMinute: number,
  now: number,
): number {
  return nextStart(before, windowsOf(questionsPerMinute), earliestOf(budget, now));
}

/** Whether a question can hold up those who wait for an answer: a run that has not started can't. */
function isAhead({ started, isRun }: Start): boolean {
  return started === true || !isRun;
}

function isRunStart({ isRun }: Start): boolean {
  return isRun === true;
}

/** In the order of a budget's row. */
export function byTime(one: Start, other: Start): number {
  return one.at - other.at;
}

function earliestOf(budget: Budget, now: number): number {
  return Math.max(now, budget.blockedUntil ?? 0, heldUntil(budget, now));
}

/** The earliest time behind all of `starts`, which are in order, that keeps within every window. */
function nextStart(starts: readonly Start[], windows: Window[], earliest: number): number {
  const last = starts.at(-1)?.at ?? earliest;
  const free = windows.map(({ count, ms }) => {
    const first = starts.at(-count)?.at;
    return first === undefined ? earliest : first + ms;
  });
  return Math.max(earliest, last, ...free);
}
