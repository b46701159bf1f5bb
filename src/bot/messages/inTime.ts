import { AppError } from '../../common/errors.ts';
import { untilAborted, withTimeLimit } from '../../common/timeLimit.ts';

/** Teams waits for 15 s and then delivers again; storage, and the message itself, need some of them. In real time. */
const limitMs = 8_000;

/**
 * Reads something of Genie while the channel waits. By its retries alone a read could take minutes.
 *
 * @param read is not waited for any longer when the signal aborts, whether or not it heeds it
 * @throws AppError `genie-unavailable` where it takes too long
 */
export async function inTime<T>(read: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return withTimeLimit(limitMs, async (limit) => {
    try {
      return await untilAborted(read(limit.signal), limit.signal);
    } catch (cause) {
      if (!limit.isOver) throw cause;
      throw new AppError('genie-unavailable', `Genie took longer than ${limitMs} ms`, { cause });
    }
  });
}
