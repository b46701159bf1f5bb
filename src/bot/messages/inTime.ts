import { AppError } from '../../common/errors.ts';
import { untilAborted, withTimeLimit } from '../../common/timeLimit.ts';

/** Teams redelivers after 15 s, and storage and sending need some of that. In real time. */
const limitMs = 8_000;

/**
 * Reads something from Genie while the channel waits. With its retries alone, a read could take minutes.
 *
 * @param read is abandoned when the signal aborts, even if it ignores the signal
 * @throws AppError `genie-unavailable` if it takes too long
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
