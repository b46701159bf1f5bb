export interface Waiters {
  /**
   * Resolves with the first value of `condition` that is neither `undefined` nor `false`.
   * @throws after `timeoutMs` (default 5000), saying what is there instead
   */
  waitFor<T>(condition: () => T | undefined | false, timeoutMs?: number): Promise<T>;
  /** Something happened: looks at every condition that is waited for. */
  look(): void;
}

/** Waits for conditions which can only change when something happens. `describe` says what is there in their stead. */
export function createWaiters(describe: () => string): Waiters {
  const waiting = new Set<() => void>();
  return {
    look: () => {
      for (const check of waiting) check();
    },
    waitFor: (condition, timeoutMs = 5000) =>
      new Promise((resolve, reject) => {
        const settle = (end: () => void) => {
          clearTimeout(timer);
          waiting.delete(check);
          end();
        };
        const check = () => {
          try {
            const value = condition();
            if (value !== undefined && value !== false) settle(() => resolve(value));
          } catch (error) {
            settle(() => reject(error));
          }
        };
        const timer = setTimeout(
          () => settle(() => reject(new Error(`Not seen within ${timeoutMs} ms. ${describe()}`))),
          timeoutMs,
        );
        waiting.add(check);
        check();
      }),
  };
}
