import { untilAborted, withTimeLimit } from './timeLimit.ts';

/**
 * Does what can be done within `ms`, in real time; what fails or comes later is left out.
 *
 * @returns whether all of it was done
 */
export async function withinBudget(
  ms: number,
  work: (signal: AbortSignal) => Promise<unknown>,
): Promise<boolean> {
  try {
    await withTimeLimit(ms, ({ signal }) => untilAborted(work(signal), signal));
    return true;
  } catch {
    return false;
  }
}
