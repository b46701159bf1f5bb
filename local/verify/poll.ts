import type { Clock } from '../../src/common/clock.ts';

interface PollOptions {
  clock: Clock;
  signal: AbortSignal;
  everyMs: number;
  limitMs: number;
}

/** Looks again and again until there is something; `undefined` if there is nothing within the limit. */
export async function poll<T>(
  look: () => Promise<T | undefined>,
  { clock, signal, everyMs, limitMs }: PollOptions,
): Promise<T | undefined> {
  const until = clock.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (clock.now() >= until) return undefined;
    await clock.sleep(everyMs, signal);
  }
}
