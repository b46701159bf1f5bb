import type { Clock } from './common/clock.ts';
import { codeOf, type ErrorCode } from './common/errors.ts';
import type { Log } from './common/log.ts';
import { untilAborted } from './common/timeLimit.ts';

/** The result of one check, and how long it took. */
export interface Finding {
  ok: boolean;
  ms: number;
  /** Why it failed; the log has the details. */
  code?: ErrorCode | 'no-answer';
}

export interface Readiness {
  ready: boolean;
  checks: Record<string, Finding>;
}

interface CheckOptions {
  clock: Clock;
  log: Log;
  /** How long a part can take, in real time; 5 s by default. */
  limitMs?: number;
}

/**
 * Checks all parts at once. A part fails if it throws or doesn't respond in time. Never throws.
 */
export async function checkReadiness(
  parts: Readonly<Record<string, (signal: AbortSignal) => Promise<unknown>>>,
  { clock, log, limitMs = 5_000 }: CheckOptions,
): Promise<Readiness> {
  const checks = await Promise.all(
    Object.entries(parts).map(async ([part, check]): Promise<[string, Finding]> => {
      const startedAt = clock.now();
      const signal = AbortSignal.timeout(limitMs);
      try {
        await untilAborted(check(signal), signal);
        return [part, { ok: true, ms: clock.now() - startedAt }];
      } catch (error) {
        const ms = clock.now() - startedAt;
        const code = signal.aborted ? 'no-answer' : codeOf(error);
        log.warn('readiness.failed', { part, ms, code, error });
        return [part, { ok: false, ms, code }];
      }
    }),
  );
  return { ready: checks.every(([, { ok }]) => ok), checks: Object.fromEntries(checks) };
}
