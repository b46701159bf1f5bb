import type { Clock } from './clock.ts';

export interface TimeLimit {
  /** Aborts when the time is over, or as the caller's own signal does. */
  readonly signal: AbortSignal;
  /** Whether the time is over. */
  readonly isOver: boolean;
}

/**
 * Runs `work` with a limit of `ms`, in real time, and leaves nothing behind. `AbortSignal.timeout` would stay until its
 * time has come, and with it all that listens to it: at dozens of calls a question more memory than anything else.
 *
 * @param signal the caller's own
 */
export async function withTimeLimit<T>(
  ms: number,
  work: (limit: TimeLimit) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const controller = new AbortController();
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    controller.abort(new DOMException(`It took longer than ${ms} ms`, 'TimeoutError'));
  }, ms);
  const follow = () => controller.abort(signal?.reason);
  if (signal?.aborted) follow();
  signal?.addEventListener('abort', follow);
  try {
    return await work({
      signal: controller.signal,
      get isOver() {
        return isOver;
      },
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', follow);
  }
}

/** What `work` resolves to; `undefined` if it takes longer than `ms`. It then goes on, unwatched. */
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

/** Waits for `work`, which goes on, but no longer than until the signal aborts; then throws the signal's reason. */
export async function untilAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (signal === undefined) return work;
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([aborted.promise, work]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
