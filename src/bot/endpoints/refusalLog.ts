import type { Clock } from '../../common/clock.ts';
import type { Log } from '../../common/log.ts';

const everyMs = 60_000;

/** Logs requests that were turned away. */
export interface RefusalLog {
  /** @param reason one of a few: how often each occurred is what the line says */
  add(reason: string, details?: Record<string, unknown>): void;
}

/**
 * Logs the first refusal at once and after that a line a minute with how many there were: anybody can be refused, as
 * often as they like, and must not be able to fill the day's log.
 */
export function createRefusalLog(
  log: Log,
  clock: Clock,
  event: string,
  level: 'warn' | 'error' = 'warn',
): RefusalLog {
  let counts = new Map<string, number>();
  let loggedAt = Number.NEGATIVE_INFINITY;
  return {
    add(reason, details = {}) {
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      if (clock.now() - loggedAt < everyMs) return;
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      log[level](event, { ...details, reason, count: total, reasons: Object.fromEntries(counts) });
      loggedAt = clock.now();
      counts = new Map();
    },
  };
}
