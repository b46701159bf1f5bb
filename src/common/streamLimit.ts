import type { Clock } from './clock.ts';

export interface StreamTimes {
  /** How long nothing at all can come, once the body has begun. */
  idleMs: number;
  /** For everything. */
  totalMs: number;
}

export interface StreamLimit {
  /** Aborts when a time is over, as the caller's own signal does, and at the end. */
  readonly signal: AbortSignal;
  /** Which time is over, if one is. */
  readonly over: 'idle' | 'total' | undefined;
  /** Passes a body on, and takes note of each chunk. */
  watch(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}

/**
 * Runs `work`, which reads something that comes bit by bit, with a limit to each silence and to the whole, and leaves
 * nothing behind: a connection that was opened with the signal is closed.
 *
 * @param signal the caller's own
 */
export async function withStreamLimit<T>(
  times: StreamTimes,
  clock: Clock,
  work: (limit: StreamLimit) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const controller = new AbortController();
  const isDone = new AbortController();
  const startedAt = clock.now();
  let heardAt: number | undefined;
  let over: StreamLimit['over'];

  const endAfter = async () => {
    for (;;) {
      const now = clock.now();
      const idleLeft = (heardAt ?? now) + times.idleMs - now;
      const totalLeft = startedAt + times.totalMs - now;
      if (Math.min(idleLeft, totalLeft) <= 0) {
        over = totalLeft <= 0 ? 'total' : 'idle';
        const message = `A stream had its time: ${over}`;
        return controller.abort(new DOMException(message, 'TimeoutError'));
      }
      // One timer at a time, however many chunks come.
      await clock.sleep(Math.min(idleLeft, totalLeft), isDone.signal);
    }
  };
  const follow = () => controller.abort(signal?.reason);
  if (signal?.aborted) follow();
  signal?.addEventListener('abort', follow);
  endAfter().catch(() => {});
  try {
    return await work({
      signal: controller.signal,
      get over() {
        return over;
      },
      async *watch(body) {
        heardAt = clock.now();
        for await (const chunk of body) {
          heardAt = clock.now();
          yield chunk;
        }
      },
    });
  } finally {
    isDone.abort();
    controller.abort();
    signal?.removeEventListener('abort', follow);
  }
}
