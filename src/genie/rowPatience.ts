import type { Clock } from '../common/clock.ts';
import { codeOf } from '../common/errors.ts';
import type { Log } from '../common/log.ts';
import { GenieError } from './errors.ts';

/** What Genie can't do, or says in a way that can't be understood, is rarely mended by waiting. */
const brokenMs = 5_000;
/** Being busy passes, but Genie's text is already there and shouldn't wait much longer. */
const troubledMs = 20_000;

export interface RowPatience {
  /** Runs a look at the rows, and forgets earlier trouble if it succeeds. */
  look<T>(run: () => Promise<T>): Promise<T>;
  /** Whether the look that failed shouldn't be repeated after `waitMs`. */
  isOver(error: unknown, waitMs: number): boolean;
}

/** Keeps track of how long the rows of a finished answer couldn't be had. A query that is running is no trouble. */
export function createRowPatience(clock: Clock, log?: Log): RowPatience {
  let attempt = 0;
  let troubledSince: number | undefined;
  let brokenSince: number | undefined;
  return {
    async look(run) {
      const startedAt = clock.now();
      try {
        const seen = await run();
        troubledSince = undefined;
        brokenSince = undefined;
        return seen;
      } catch (error) {
        troubledSince ??= startedAt;
        brokenSince = isBroken(error) ? (brokenSince ?? startedAt) : undefined;
        throw error;
      }
    },
    isOver(error, waitMs) {
      const now = clock.now();
      const isOver =
        now + waitMs - (troubledSince ?? now) > troubledMs ||
        now + waitMs - (brokenSince ?? now + waitMs) > brokenMs;
      if (isOver) return true;
      attempt += 1;
      const requestId = error instanceof GenieError ? error.requestId : undefined;
      log?.warn('genie.retry', { method: 'GET', code: codeOf(error), requestId, attempt, waitMs });
      return false;
    },
  };
}

function isBroken(error: unknown): boolean {
  const status = error instanceof GenieError ? error.details.status : undefined;
  return codeOf(error) === 'genie-bad-response' || status === 500 || status === 501;
}
