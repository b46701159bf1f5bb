import type { Clock } from '../../common/clock.ts';

const everyMs = 60_000;

/** Logs requests that were turned away. */
export interface RefusalLog {
  /** @param reason one of a few: how often each occurred is what the line says */
  add(reason: string, details?: Record<string, unknown>): void;
}

/**
 * Logs the first refusal at once and after that a line a minute with how many there were: anybody can be refused, as
 * often as they like, and must not be able to fill the day's log.
 *
 * @param write what makes the line
 */
export function createRefusalLog(
  clock: Clock,
  write: (details: Record<string, unknown>) => void,
): RefusalLog {
  let counts = new Map<string, number>();
  let loggedAt = Number.NEGATIVE_INFINITY;
  return {
    add(reason, details = {}) {
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      if (clock.now() - loggedAt < everyMs) return;
      const count = [...counts.values()].reduce((sum, times) => sum + times, 0);
      write({ ...details, reason, count, reasons: Object.fromEntries(counts) });
      loggedAt = clock.now();
      counts = new Map();
    },
  };
}
