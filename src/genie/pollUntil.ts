import type { Clock } from '../common/clock.ts';
import { type TimeLimit, withTimeLimit } from '../common/timeLimit.ts';
import { GenieError, isPassing, retryAfterMs } from './errors.ts';

export interface PollOptions {
  clock: Clock;
  /** Milliseconds since 1970. At least one look is taken, however late it is. */
  deadlineAt: number;
  signal?: AbortSignal | undefined;
  /** Whether a look that failed for a passing reason isn't worth another one after `waitMs`; unless told, each is. */
  isHopeless?: ((error: unknown, waitMs: number) => boolean) | undefined;
}

/** From the end of a look to the beginning of the next: so Genie never sees two within a second, whatever the network. */
const shortestPauseMs = 1_000;
const longestPauseMs = 5_000;
const growth = 1.5;
const eagerMs = 60_000;

/** How far beyond the deadline a look that has begun may go on. */
const graceMs = 5_000;

/**
 * Looks until `isDone`: every second for a minute, then less and less often, down to every 5 seconds. Databricks asks
 * for 1 to 5 seconds. A look that fails for a passing reason counts as nothing seen.
 *
 * @throws GenieError `genie-timeout` at the deadline; whatever a look throws that waiting does not mend; the signal's
 * reason as soon as it aborts.
 */
export async function pollUntil<T>(
  look: (signal: AbortSignal) => Promise<T>,
  isDone: (seen: T) => boolean,
  { clock, deadlineAt, signal, isHopeless = () => false }: PollOptions,
): Promise<T> {
  const startedAt = clock.now();
  const leftMs = () => Math.max(0, deadlineAt - clock.now());

  const lookUntilDone = async (limit: TimeLimit) => {
    let pauseMs = shortestPauseMs;
    for (;;) {
      const { seen, failure } = await tryTo(() => look(limit.signal));
      signal?.throwIfAborted();
      if (seen && isDone(seen.value)) return seen.value;
      if (failure && !limit.isOver && !isPassing(failure.error)) throw failure.error;
      if (leftMs() === 0 || limit.isOver) throw toTimeout(failure?.error);

      if (clock.now() - startedAt >= eagerMs) pauseMs = Math.min(pauseMs * growth, longestPauseMs);
      const waitMs = Math.max(pauseMs, retryAfterMs(failure?.error) ?? 0);
      if (failure && isHopeless(failure.error, waitMs)) throw failure.error;
      await clock.sleep(Math.min(waitMs, leftMs()), signal);
    }
  };
  // In real time, whatever the clock: it is there to cut short a look that hangs.
  return withTimeLimit(leftMs() + graceMs, lookUntilDone, signal);
}

interface Attempt<T> {
  seen?: { value: T };
  failure?: { error: unknown };
}

async function tryTo<T>(look: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { seen: { value: await look() } };
  } catch (error) {
    return { failure: { error } };
  }
}

function toTimeout(cause: unknown): GenieError {
  const options = cause === undefined ? {} : { cause };
  const message = 'Genie was not done by the deadline';
  return new GenieError('genie-timeout', message, { acted: 'maybe' }, options);
}
