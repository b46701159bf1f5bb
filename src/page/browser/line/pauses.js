const [shortestMs, longestMs] = [500, 15_000];

/**
 * Pauses between attempts, each twice as long as the one before, until the browser says that the network is back. They
 * differ from page to page: a server that has just started isn't met by all of them at once.
 */
export function createPauses() {
  let count = 0;
  let skip;
  return {
    /** Ends the one that is on. */
    skip: () => skip?.(),
    reset() {
      count = 0;
    },
    async next(signal) {
      const ms = Math.min(shortestMs * 2 ** count++, longestMs) * (1 - Math.random() / 2);
      const ended = new AbortController();
      const { promise, resolve } = Promise.withResolvers();
      skip = resolve;
      const timer = setTimeout(resolve, ms);
      window.addEventListener('online', resolve, { signal: ended.signal });
      signal.addEventListener('abort', resolve, { signal: ended.signal });
      await promise;
      clearTimeout(timer);
      ended.abort();
    },
  };
}
