const longestMs = 15_000;

/** Pauses between attempts, each twice as long as the one before, until the browser says that the network is back. */
export function createPauses() {
  let count = 0;
  return {
    reset() {
      count = 0;
    },
    async next(signal) {
      const ms = Math.min(1000 * 2 ** count++, longestMs);
      const ended = new AbortController();
      const { promise, resolve } = Promise.withResolvers();
      const timer = setTimeout(resolve, ms);
      window.addEventListener('online', resolve, { signal: ended.signal });
      signal.addEventListener('abort', resolve, { signal: ended.signal });
      await promise;
      clearTimeout(timer);
      ended.abort();
    },
  };
}
