import type { Clock } from '../common/clock.ts';
import { AppError } from '../common/errors.ts';

const attempts = 40;
const longestPauseMs = 60;

/**
 * Reads, decides and writes again as long as somebody else was faster. With a random pause, so that two do not go on
 * meeting each other.
 *
 * @throws AppError `storage` when it never got through.
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
