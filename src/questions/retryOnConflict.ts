import type { Clock } from '../common/clock.ts';
import { AppError } from '../common/errors.ts';

const attempts = 40;
const longestPauseMs = 60;

/**
 * Repeats a read, decide and write cycle while others are faster. Pauses at random, so that two instances don't keep
 * colliding.
 *
 * @throws AppError `storage` if no attempt gets through
 */
export async function retryOnConflict<T>(
  clock: Clock,
  attempt: () => Promise<T | 'conflict'>,
): Promise<T> {
  for (let tried = 0; tried < attempts; tried++) {
    const result = await attempt();
    if (result !== 'conflict') return result;
    await clock.sleep(Math.random() * longestPauseMs);
  }
  throw new AppError('storage', `A row changed under every one of ${attempts} writes`);
}
