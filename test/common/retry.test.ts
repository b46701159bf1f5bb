import { expect, it } from 'vitest';
import { type RetryOptions, withRetries } from '../../src/common/retry.ts';
import { createFakeClock } from '../support/fakeClock.ts';

const policy = { retries: 4, initialBackoffMs: 1000, maxBackoffMs: 5000, multiplier: 3 };

/** Runs something that fails `failures` times, on a clock whose waits pass at once. */
function runFailing(failures: number, options: Partial<RetryOptions> = {}) {
  const clock = createFakeClock({ autoAdvance: true });
  let tries = 0;
  const run = async () => {
    tries += 1;
    if (tries <= failures) throw new Error(`failure ${tries}`);
    return 'done';
  };
  const outcome = withRetries(run, {
    policy,
    clock,
    shouldRetry: () => true,
    random: () => 0,
    ...options,
  });
  return { outcome, clock, tries: () => tries };
}

it('waits grow by the multiplier up to the longest backoff', async () => {
  const { outcome, clock } = runFailing(4);
  expect(await outcome).toBe('done');
  expect(clock.sleeps).toEqual([1000, 3000, 5000, 5000]);
});

it('throws the last failure when the retries are used up', async () => {
  const { outcome, tries } = runFailing(9);
  await expect(outcome).rejects.toThrow('failure 5');
  expect(tries()).toBe(5);
});

it('does not repeat, or wait for, a failure that is not worth it', async () => {
  const { outcome, clock, tries } = runFailing(1, { shouldRetry: () => false });
  await expect(outcome).rejects.toThrow('failure 1');
  expect(tries()).toBe(1);
  expect(clock.sleeps).toEqual([]);
});

it('jitter adds up to a tenth and never shortens a wait', async () => {
  const { outcome, clock } = runFailing(2, { random: () => 0.999 });
  await outcome;
  expect(clock.sleeps).toEqual([1100, 3300]);
});

it('waits at least as long as the other side asked, and longer than that if the backoff is longer', async () => {
  const { outcome, clock } = runFailing(3, { retryAfterMs: () => 2500 });
  await outcome;
  expect(clock.sleeps).toEqual([2500, 3000, 5000]);
});

it('hands on a failure that asks for a wait longer than an invocation may live', async () => {
  const { outcome, clock } = runFailing(1, { retryAfterMs: () => 600_000 });
  await expect(outcome).rejects.toThrow('failure 1');
  expect(clock.sleeps).toEqual([]);
});

it('an abort ends a wait at once, with its own reason', async () => {
  const clock = createFakeClock();
  const abort = new AbortController();
  const { outcome, tries } = runFailing(9, { clock, signal: abort.signal });
  const ended = expect(outcome).rejects.toThrow('enough');
  await clock.whenSleeping();
  abort.abort(new Error('enough'));
  await ended;
  expect(tries()).toBe(1);
});

it('tells of every retry before it waits', async () => {
  const told: unknown[] = [];
  const { outcome } = runFailing(2, {
    onRetry: (error, attempt, waitMs) => told.push([error.message, attempt, waitMs]),
  });
  await outcome;
  expect(told).toEqual([
    ['failure 1', 1, 1000],
    ['failure 2', 2, 3000],
  ]);
});
