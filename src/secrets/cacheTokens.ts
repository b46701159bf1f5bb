import type { Clock } from '../common/clock.ts';
import { untilAborted } from '../common/timeLimit.ts';
import type { TokenSource } from '../genie/tokenSource.ts';

/** A token that was just read. Times are milliseconds since 1970. */
export interface ReadToken {
  token: string;
  /** From then on a newer one is looked for. */
  staleAt: number;
  /** Until then it can be used if no newer one can be had. */
  usableUntil: number;
}

/** After a failed read, how long the old token is used before the next try. */
const pauseAfterFailureMs = 30_000;

/**
 * Keeps the token that `read` returns, reads once for all who wait, and bridges a failing `read` with the token it has.
 * What `read` throws reaches the caller only when there is no usable token.
 */
export function cacheTokens(read: () => Promise<ReadToken>, clock: Clock): TokenSource {
  let cached: ReadToken | undefined;
  let reading: Promise<string> | undefined;

  const refresh = async () => {
    try {
      cached = await read();
    } catch (error) {
      if (cached === undefined || clock.now() >= cached.usableUntil) throw error;
      cached = { ...cached, staleAt: clock.now() + pauseAfterFailureMs };
    }
    return cached.token;
  };

  return {
    async getToken(signal) {
      if (cached && clock.now() < Math.min(cached.staleAt, cached.usableUntil)) return cached.token;
      reading ??= refresh().finally(() => {
        reading = undefined;
      });
      return untilAborted(reading, signal); // One who gives up must not end the others' read.
    },
    invalidate(token) {
      if (cached?.token === token) cached = undefined;
    },
  };
}
