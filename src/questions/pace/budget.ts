import type { Budget } from '../question.ts';

/** Genie's limit is counted by the minute, but a burst of more than so many questions at once is not healthy either. */
const burst = 5;

/** Whoever does not come when its time has come keeps its place so long: its instance may be replaced. */
const keepPlaceMs = 2 * 60_000;

const longestWindowMs = 62_000;

/** How many questions may start in any window of `ms`. */
interface Window {
  count: number;
  ms: number;
}

/**
 * What has to hold for so many questions a minute: Genie's own limit, and five at most in the time that five take by
 * it, so that a crowd is let through evenly.
 */
function windowsOf(questionsPerMinute: number): Window[] {
  const windows = [{ count: questionsPerMinute, ms: 60_000 }];
  if (questionsPerMinute > burst) {
    windows.push({ count: burst, ms: (60_000 * burst) / questionsPerMinute });
  }
  // The margin covers that requests take unequally long to reach Genie.
  return windows.map(({ count, ms }) => ({ count, ms: ms * 1.02 + 50 }));
}

/**
 * Has a question start if that keeps the pace, else says when to try again; asking again keeps its place in line, and
 * records when it really starts.
 */
export function takeStart(
  budget: Budget,
  questionId: string,
  questionsPerMinute: number,
  now: number,
): { budget: Budget; startAt: number } {
  const windows = windowsOf(questionsPerMinute);
  const known = budget.starts.find((start) => start.questionId === questionId);
  if (known && known.at > now) return { budget, startAt: known.at };
  const current = prune(budget, now);
  const place = current.starts.findIndex((start) => start.questionId === questionId);
  const reserved = current.starts[place];
  if (reserved?.started) return { budget: current, startAt: reserved.at };
  // A new question is behind all others; one whose time has come only behind those who came before it.
  const others = current.starts.filter((start) => start !== reserved);
  const before = current.starts.filter(
    (start, index) => start !== reserved && (!reserved || start.started || index < place),
  );
  const earliest = Math.max(now, current.blockedUntil ?? now);
  const at = nextStart(before, windows, earliest);
  const own = at <= now ? { questionId, at, started: true } : { questionId, at };
  const starts = [...others, own].sort((one, other) => one.at - other.at);
  return { budget: { ...current, starts }, startAt: at };
}

/**
 * Genie refused a question with 429: nothing starts for `retryAfterMs`, the refused question is first in line again,
 * and those who wait keep their order behind it.
 */
export function postponeStarts(
  budget: Budget,
  questionId: string,
  questionsPerMinute: number,
  now: number,
  retryAfterMs: number,
): Budget {
  const windows = windowsOf(questionsPerMinute);
  const blockedUntil = now + retryAfterMs;
  const others = prune(budget, now).starts.filter((start) => start.questionId !== questionId);
  const starts = others.filter(({ at }) => at <= now);
  const waiting = others.filter(({ at }) => at > now);
  for (const id of [questionId, ...waiting.map((start) => start.questionId)]) {
    starts.push({ questionId: id, at: nextStart(starts, windows, blockedUntil) });
  }
  return { starts, blockedUntil };
}

/** How many questions have a start time that is still to come. */
export function countWaiting(budget: Budget, now: number): number {
  return budget.starts.filter(({ at }) => at > now).length;
}

/** How many questions were started in the last minute. */
export function countStarted(budget: Budget, now: number): number {
  return budget.starts.filter(({ at, started }) => started && at > now - 60_000).length;
}

/** Drops what no longer counts. */
function prune(budget: Budget, now: number): Budget {
  const starts = budget.starts.filter(
    ({ at, started }) => at > now - (started ? longestWindowMs : keepPlaceMs),
  );
  const { blockedUntil } = budget;
  return blockedUntil !== undefined && blockedUntil > now ? { starts, blockedUntil } : { starts };
}

/** The earliest time behind all of `starts`, which are in order, that keeps within every window. */
function nextStart(starts: Budget['starts'], windows: Window[], earliest: number): number {
  const last = starts.at(-1)?.at ?? earliest;
  const free = windows.map(({ count, ms }) => {
    const first = starts.at(-count)?.at;
    return first === undefined ? earliest : first + ms;
  });
  return Math.max(earliest, last, ...free);
}
