import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { type TimeLimit, withTimeLimit } from '../../src/common/timeLimit.ts';

/** Work that goes on until its signal says otherwise, then throws its reason. */
const untilAborted = ({ signal }: TimeLimit) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason));
  });

describe('a time limit', () => {
  it('ends what takes longer', async () => {
    let limit: TimeLimit | undefined;
    const work = withTimeLimit(5, (given) => {
      limit = given;
      return untilAborted(given);
    });
    await expect(work).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(limit?.isOver).toBe(true);
  });

  it('hands on the result of what does not, and leaves nothing behind', async () => {
    vi.useFakeTimers();
    try {
      const { signal } = new AbortController();
      expect(await withTimeLimit(60_000, async () => 'done', signal)).toBe('done');
      expect(vi.getTimerCount()).toBe(0);
      expect(getEventListeners(signal, 'abort')).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each(['before', 'meanwhile'])("follows the caller's own signal, aborted %s", async (when) => {
    const caller = new AbortController();
    if (when === 'before') caller.abort(new Error('stop'));
    let limit: TimeLimit | undefined;
    const work = withTimeLimit(
      60_000,
      (given) => {
        limit = given;
        return untilAborted(given);
      },
      caller.signal,
    );
    if (when === 'meanwhile') caller.abort(new Error('stop'));
    await expect(work).rejects.toThrow('stop');
    expect(limit?.isOver).toBe(false);
  });
});
