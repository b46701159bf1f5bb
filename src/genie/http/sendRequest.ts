import { type TimeLimit, withTimeLimit } from '../../common/timeLimit.ts';
import { version } from '../../common/version.ts';
import { GenieError } from '../errors.ts';
import { readBody } from './readBody.ts';
import { toConnectionError } from './toConnectionError.ts';
import { toGenieError } from './toGenieError.ts';

export interface GenieRequest {
  method: 'GET' | 'POST' | 'DELETE';
  /** Segments below `/api/2.0/genie/`, not encoded. */
  path: readonly string[];
  query?: Readonly<Record<string, string | undefined>>;
  body?: Readonly<Record<string, string | undefined>>;
}

export interface SendOptions {
  /** The workspace's origin. */
  origin: string;
  token: string;
  /** For the whole exchange, in real time. */
  timeoutMs: number;
  /** Milliseconds since 1970. */
  now(): number;
  signal?: AbortSignal | undefined;
}

/** Genie sends at most 5,000 rows, inline results at most 25 MiB. */
const maxBytes = 32 * 1024 * 1024;

/**
 * One exchange with Genie: sends the request, returns the JSON of a 2xx answer, `undefined` if that has no body.
 *
 * @throws GenieError for everything that goes wrong, the signal's reason when the caller aborts.
 */
export async function sendRequest(request: GenieRequest, options: SendOptions): Promise<unknown> {
  const { signal, token, now } = options;
  const url = urlOf(request, options.origin);
  signal?.throwIfAborted();
  const exchange = async (limit: TimeLimit) => {
    try {
      const response = await fetch(url, {
        method: request.method,
        headers: headersOf(request, token),
        body: request.body ? JSON.stringify(request.body) : null,
        redirect: 'manual', // A login page is no answer, and a token must not travel to another host.
        signal: limit.signal,
      });
      return { response, body: await readBody(response, maxBytes) };
    } catch (error) {
      signal?.throwIfAborted();
      if (limit.isOver) throw toTimeoutError(options.timeoutMs, error);
      throw error instanceof GenieError ? error : toConnectionError(error);
    }
  };
  const { response, body } = await withTimeLimit(options.timeoutMs, exchange, signal);
  if (response.ok) return parseJson(body, response);
  const { status, headers } = response;
  const privateTexts = [
    token,
    ...Object.values(request.body ?? {}).filter((text) => text !== undefined),
  ];
  const about = isAboutConversation(request.path) ? 'conversation' : 'space';
  throw toGenieError({ status, headers, body, about, privateTexts, now: now() });
}

function urlOf({ path, query = {} }: GenieRequest, origin: string): URL {
  for (const segment of path) {
    // Dots are resolved away even when encoded, and the request would mean something else.
    if (['', '.', '..'].includes(segment) || !segment.isWellFormed()) {
      throw new GenieError('bad-request', `"${segment}" is no id`, { acted: 'no' });
    }
  }
  const url = new URL(`/api/2.0/genie/${path.map(encodeURIComponent).join('/')}`, origin);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}

function headersOf({ body }: GenieRequest, token: string): Record<string, string> {
  if (!/^[\x21-\x7e]+$/.test(token)) {
    // fetch would refuse it with a message that quotes it.
    const message = 'The Databricks token is empty or holds characters that no token has';
    throw new GenieError('genie-unauthorized', message, { acted: 'no' });
  }
  return {
    accept: 'application/json',
    authorization: `Bearer ${token}`,
    'user-agent': userAgent,
    ...(body && { 'content-type': 'application/json' }),
  };
}

/** `spaces/{space}/conversations/{conversation}/…` */
function isAboutConversation(path: readonly string[]): boolean {
  return path[2] === 'conversations' && path.length > 3;
}

function toTimeoutError(timeoutMs: number, cause: unknown): GenieError {
  const message = `Genie did not answer within ${timeoutMs} ms`;
  return new GenieError('genie-timeout', message, { acted: 'maybe' }, { cause });
}

function parseJson(body: string, { status, headers }: Response): unknown {
  if (body.trim() === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    // The parser's own message quotes the body, which may hold data.
    const type = headers.get('content-type') ?? 'no type';
    const message = `Genie answered ${status} with something that is not JSON (${type})`;
    throw new GenieError('genie-bad-response', message, { status, acted: 'maybe' });
  }
}

/** Names us in the workspace's audit log. Databricks asks for `name/version` from everything that calls it. */
export const userAgent = `genie-teams-bot/${version} nodejs/${process.versions.node}`;
