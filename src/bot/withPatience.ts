import type { Clock } from '../clock.ts';

/** What `work` resolves to; `undefined` where it takes longer than `ms`. It then goes on, and nobody waits for it. */
export async function withPatience<T>(
  ms: number,
  clock: Clock,
  work: Promise<T>,
): Promise<T | undefined> {
  const isSettled = new AbortController();
  const patience = clock.sleep(ms, isSettled.signal).catch(() => undefined);
  try {
    return (await Promise.race([work, patience])) ?? undefined;
  } finally {
    isSettled.abort();
  }
}
