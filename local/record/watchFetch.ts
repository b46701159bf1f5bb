import type { GenieReply } from './recorder.ts';

const api = '/api/2.0/genie/';

export interface FetchWatch {
  /** Resolves once every reply that has begun was passed on; then `fetch` is what it was. */
  stop(): Promise<void>;
}

/** Passes on what Genie replies to anything in this process, which gets its replies as ever. */
export function watchFetch(onReply: (reply: GenieReply) => void): FetchWatch {
  const original = globalThis.fetch;
  const pending = new Set<Promise<void>>();

  const pass = async (url: URL, method: string, copy: Response) => {
    // A reply that breaks off is the caller's trouble.
    const body = await copy.text().catch(() => undefined);
    if (body === undefined) return;
    onReply({ method, path: url.pathname.slice(api.length), status: copy.status, body });
  };

  globalThis.fetch = async (input, init) => {
    const response = await original(input, init);
    const request = typeof input === 'object' && 'url' in input ? input : undefined;
    const url = new URL(request?.url ?? String(input));
    if (url.pathname.startsWith(api)) {
      const passing = pass(url, init?.method ?? request?.method ?? 'GET', response.clone());
      pending.add(passing);
      void passing.finally(() => pending.delete(passing));
    }
    return response;
  };

  return {
    async stop() {
      globalThis.fetch = original;
      await Promise.all(pending);
    },
  };
}
