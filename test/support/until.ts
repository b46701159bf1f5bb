import { setTimeout as wait } from 'node:timers/promises';

/** Resolves with the first value that is neither `undefined` nor `false`, looked for every few milliseconds. */
export async function until<T>(look: () => T | undefined | false, timeoutMs = 30_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = look();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > deadline) throw new Error(`Not seen within ${timeoutMs} ms: ${look}`);
    await wait(5);
  }
}
