import pRetry from 'p-retry';
import type { Clock } from './clock.ts';

/** How often and how patiently a call is repeated. */
export interface RetryPolicy {
  /** Repeats after the first try; 0 means none. */
  retries: number;
  initialBackoffMs: number;
  maxBackoffMs: number;
  /** Each wait is this many times the one before. */
  multiplier: number;
}

export interface RetryOptions {
  policy: RetryPolicy;
  clock: Clock;
  /** Whether this failure is worth another try. */
  shouldRetry(error: Error): boolean;
  /** How long the other side asked us to wait (ms). We never wait less. */
  retryAfterMs?(error: Error): number | undefined;
  /** Told before each wait. */
  onRetry?(error: Error, attempt: number, waitMs: number): void;
  /** Ends tries and waits at once. */
  signal?: AbortSignal | undefined;
  /** A number from 0 up to 1. */
  random?(): number;
}

/** A longer wait is left to the caller, which gets the failure: an invocation might not live that long. */
const longestWaitMs = 2 * 60_000;

/**
 * The wait after the `attempt`th try (1, 2, …) in milliseconds, and `atLeastMs`, with up to 10 % of jitter so that
 * instances do not move in step.
 */
export function backoffMs(
  policy: RetryPolicy,
  attempt: number,
  random = Math.random,
  atLeastMs = 0,
): number {
  const grownMs = policy.initialBackoffMs * policy.multiplier ** (attempt - 1);
  const waitMs = Math.max(Math.min(grownMs, policy.maxBackoffMs), atLeastMs);
  return Math.round(waitMs * (1 + random() * 0.1));
}

/** Runs `run` until it succeeds, fails for good or the tries run out; then throws what it threw last. */
export function withRetries<T>(run: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { policy, clock, signal, random } = options;

  return pRetry(run, {
    retries: policy.retries,
    minTimeout: 0, // p-retry's own wait knows neither the clock nor Retry-After.
    ...(signal && { signal }),
    async shouldRetry({ error, attemptNumber }) {
      if (!options.shouldRetry(error)) return false;
      const askedMs = options.retryAfterMs?.(error) ?? 0;
      if (askedMs > longestWaitMs) return false;
      const waitMs = backoffMs(policy, attemptNumber, random, askedMs);
      options.onRetry?.(error, attemptNumber, waitMs);
      await clock.sleep(waitMs, signal);
      return true;
    },
  });
}
