/** One request as it came in. The path includes the query; the body is parsed when it is JSON. */
export interface RecordedRequest {
  method: string;
  path: string;
  /** Milliseconds since 1970. */
  at: number;
  body: unknown;
  /** The header, by which a test tells who asks. */
  authorization?: string | undefined;
}

const LIMIT = 10_000;

/** Keeps only the latest requests, so that a workspace that runs for weeks doesn't fill the memory. */
export function createRequestLog(): {
  add(request: RecordedRequest): void;
  all: RecordedRequest[];
} {
  const all: RecordedRequest[] = [];
  return {
    all,
    add: (request) => {
      all.push(request);
      if (all.length > LIMIT) all.splice(0, LIMIT / 10);
    },
  };
}
