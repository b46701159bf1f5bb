import type { Budget } from '../question.ts';

/** Genie's limit is per minute, but more questions than this at once aren't healthy either. */
const burst = 5;

/** How long a question that misses its start time keeps its place: its instance may have been killed. */
const keepPlaceMs = 2 * 60_000;

const longestWindowMs = 62_000;

/** How many questions can start in any window of `ms`. */
interface Window {
  count: number;
  ms: number;
}

/**
 * Two windows apply: Genie's own limit, and at most five questions in the time that five take at that rate, so that a
 * crowd is let through evenly.
 */
function windowsOf(questionsPerMinute: number): Window[] {
  const windows = [{ count: questionsPerMinute, ms: 60_000 }];
  if (questionsPerMinute > burst) {
    windows.push({ count: burst, ms: (60_000 * burst) / questionsPerMinute });
  }
  // The margin is because some requests take longer than others to reach Genie.
  return windows.map(({ count, ms }) => ({ count, ms: ms * 1.02 + 50 }));
}

/**
 * Starts a question if that keeps the pace; otherwise says when to try again. Trying again keeps its place in line and
 * records when it actually starts.
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
  // A new question goes behind all others; one whose time has come, only behind those that came before it.
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
 * Genie refused a question with 429: nothing starts for `retryAfterMs`, the refused question is first in line, and the
 * waiting ones keep their order behind it.
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

/** How many questions are waiting for their start time. */
export function countWaiting(budget: Budget, now: number): number {
  return budget.starts.filter(({ at }) => at > now).length;
}

/** How many questions started in the last minute. */
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

/** The earliest time after all of `starts` (which are sorted) that fits every window. */
function nextStart(starts: Budget['starts'], windows: Window[], earliest: number): number {
  const last = starts.at(-1)?.at ?? earliest;
  const free = windows.map(({ count, ms }) => {
    const first = starts.at(-count)?.at;
    return first === undefined ? earliest : first + ms;
  });
  return Math.max(earliest, last, ...free);
}
