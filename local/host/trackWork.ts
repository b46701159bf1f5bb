import { setTimeout as wait } from 'node:timers/promises';

/** Work that a host waits for when it closes. */
export interface WorkTracker {
  track<T>(work: Promise<T>): Promise<T>;
  /** How much of it hasn't ended. */
  readonly count: number;
  /** Resolves once all of it has ended, or after `graceMs`. */
  settle(graceMs: number): Promise<void>;
}

export function createWorkTracker(): WorkTracker {
  const running = new Set<Promise<unknown>>();
  return {
    track(work) {
      const tracked = work.finally(() => running.delete(tracked));
      running.add(tracked);
      return tracked;
    },
    get count() {
      return running.size;
    },
    async settle(graceMs) {
      await Promise.race([Promise.allSettled(running), wait(graceMs, undefined, { ref: false })]);
    },
  };
}
