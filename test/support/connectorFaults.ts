import type { Activity } from '../../local/chat/activity.ts';

/** Which requests a fault meets. Every part that is given must fit. */
export interface FaultMatch {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** A part of the path, or a pattern for it. */
  path?: string | RegExp;
  activity?: (activity: Activity) => boolean;
}

/** What happens to a request in place of the ordinary answer. */
export interface Fault {
  /** Wait this long before the answer; also before the request takes effect, unless it is `carriedOut`. */
  delayMs?: number;
  /** Carry the request out all the same, at once: only its answer is late, lost or replaced. */
  carriedOut?: boolean;
  /** Close the connection without an answer. */
  drop?: boolean;
  /** Answer this. With neither `drop` nor `status` the ordinary answer follows. */
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface Faults {
  /** The next `times` requests that match meet `fault`. Faults are used up in the order they were given. */
  next(match: FaultMatch, fault: Fault, times?: number): void;
}

export interface FaultQueue extends Faults {
  take(request: { method: string; path: string; body: unknown }): Fault | undefined;
}

/** Faults that wait for the requests they are meant for. */
export function createFaultQueue(): FaultQueue {
  const waiting: { match: FaultMatch; fault: Fault; left: number }[] = [];
  return {
    next: (match, fault, times = 1) => {
      waiting.push({ match, fault, left: times });
    },
    take: (request) => {
      const found = waiting.find(({ match, left }) => left > 0 && fits(match, request));
      if (found) found.left -= 1;
      return found?.fault;
    },
  };
}

function fits(match: FaultMatch, request: { method: string; path: string; body: unknown }) {
  const { method, path, activity } = match;
  if (method !== undefined && method !== request.method) return false;
  if (typeof path === 'string' && !request.path.includes(path)) return false;
  if (path instanceof RegExp && !path.test(request.path)) return false;
  if (activity && !(isActivity(request.body) && activity(request.body))) return false;
  return true;
}

function isActivity(body: unknown): body is Activity {
  return typeof body === 'object' && body !== null && 'type' in body;
}
