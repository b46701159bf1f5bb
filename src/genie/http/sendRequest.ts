import { parseJson } from '../../common/parseJson.ts';
import { type TimeLimit, withTimeLimit } from '../../common/timeLimit.ts';
import { version } from '../../common/version.ts';
import { GenieError } from '../errors.ts';
import type { RequestSubject } from './nameRefusal.ts';
import { readBody } from './readBody.ts';
import { toConnectionError } from './toConnectionError.ts';
import { type FailedResponse, toDisguisedRefusal, toGenieError } from './toGenieError.ts';

export interface GenieRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Another API of the workspace; `/api/2.0/genie/` unless told. */
  api?: Api;
  /** Segments below the API's path, not encoded. */
  path: readonly string[];
  query?: Readonly<Record<string, string | undefined>>;
  body?: object;
  /** What it is about, where the path doesn't say: decides what a 404 means. */
  about?: RequestSubject;
  /** What must not appear in an error's message: the texts at the body's top unless told. */
  privateTexts?: readonly string[];
}

export interface Api {
  /** `/api/2.0/genie/` */
  path: string;
  /** Who answers, as an error's message calls it. */
  name: string;
}

const genieApi: Api = { path: '/api/2.0/genie/', name: 'Genie' };

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
  const { isOk, answer } = await exchange(request, options, maxBytes);
  if (isOk) return readAnswer(toText(answer));
  throw toGenieError(toText(answer));
}

/**
 * The same for an answer that is no JSON but, in a 2xx, a file of at most `maxSize` bytes.
 *
 * @throws as `sendRequest` does; GenieError `too-large`
 */
export async function fetchFile(
  request: GenieRequest,
  options: SendOptions,
  maxSize: number,
): Promise<Buffer> {
  const { isOk, answer } = await exchange(request, options, maxSize, 'application/octet-stream');
  if (isOk) return answer.bytes;
  throw toGenieError(toText(answer));
}

type Answer = Omit<FailedResponse, 'body'> & { bytes: Buffer };

const toText = ({ bytes, ...answer }: Answer): FailedResponse => ({
  ...answer,
  body: new TextDecoder().decode(bytes),
});

async function exchange(
  request: GenieRequest,
  options: SendOptions,
  maxSize: number,
  accept = 'application/json',
): Promise<{ isOk: boolean; answer: Answer }> {
  const { signal, token, now } = options;
  const { name } = request.api ?? genieApi;
  const begin = prepareFetch(request, options, accept);
  signal?.throwIfAborted();
  const send = async (limit: TimeLimit) => {
    try {
      const response = await begin(limit.signal);
      return { response, bytes: await readBody(response, maxSize, name) };
    } catch (error) {
      signal?.throwIfAborted();
      if (limit.isOver) throw toTimeoutError(name, options.timeoutMs, error);
      throw error instanceof GenieError ? error : toConnectionError(error, name);
    }
  };
  const { response, bytes } = await withTimeLimit(options.timeoutMs, send, signal);
  const answer = { ...headOf(request, response, token), bytes, now: now() };
  return { isOk: response.ok, answer };
}

/**
 * How to send a request; the one who does reads the body.
 *
 * @throws GenieError `bad-request` for a segment of its path that would lead elsewhere
 */
export function prepareFetch(
  request: GenieRequest,
  { origin, token }: Pick<SendOptions, 'origin' | 'token'>,
  accept: string,
): (signal: AbortSignal) => Promise<Response> {
  const url = urlOf(request, origin);
  return async (signal) =>
    fetch(url, {
      method: request.method,
      headers: headersOf(request, token, accept),
      body: request.body ? JSON.stringify(request.body) : null,
      redirect: 'manual', // A login page is no answer, and a token must not travel to another host.
      signal,
    });
}

/** What is known of an answer without its body, for the errors that are made of it. */
export function headOf(
  request: GenieRequest,
  { status, headers }: Response,
  token: string,
): Omit<FailedResponse, 'body' | 'now'> {
  const { name } = request.api ?? genieApi;
  const privateTexts = privateTextsOf(request, token);
  return { name, status, headers, about: subjectOf(request), privateTexts };
}

/** What must not appear in the message of an error. */
function privateTextsOf({ body = {}, privateTexts }: GenieRequest, token: string) {
  const texts = privateTexts ?? Object.values(body).filter((value) => typeof value === 'string');
  return [token, ...texts];
}

/** @throws GenieError `bad-request` for a segment that would lead elsewhere */
function urlOf({ api = genieApi, path, query = {} }: GenieRequest, origin: string): URL {
  for (const segment of path) {
    // Dots are resolved away even when encoded, and the request would mean something else.
    if (['', '.', '..'].includes(segment) || !segment.isWellFormed()) {
      throw new GenieError('bad-request', `"${segment}" is no id`, { acted: 'no' });
    }
  }
  const url = new URL(`${api.path}${path.map(encodeURIComponent).join('/')}`, origin);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}

/** @throws GenieError `genie-unauthorized` for what can't be a token */
function headersOf({ body }: GenieRequest, token: string, accept: string): Record<string, string> {
  if (!/^[\x21-\x7e]+$/.test(token)) {
    // fetch would refuse it with a message that quotes it.
    const message = 'The Databricks token is empty or holds characters that no token has';
    throw new GenieError('genie-unauthorized', message, { acted: 'no' });
  }
  return {
    authorization: `Bearer ${token}`,
    accept,
    'user-agent': userAgent,
    ...(body && { 'content-type': 'application/json' }),
  };
}

/** `spaces/{space}/conversations/{conversation}/messages/{message}/attachments/…` */
function subjectOf({ path, about }: GenieRequest): RequestSubject {
  if (about !== undefined) return about;
  if (path[2] !== 'conversations' || path.length <= 3) return 'space';
  return path[6] === 'attachments' ? 'rows' : 'conversation';
}

function toTimeoutError(name: string, timeoutMs: number, cause: unknown): GenieError {
  const message = `${name} did not answer within ${timeoutMs} ms`;
  return new GenieError('genie-timeout', message, { acted: 'maybe' }, { cause });
}

/** The JSON of an answer that claims success. */
function readAnswer(answer: FailedResponse): unknown {
  const { name = 'Genie', body, status, headers } = answer;
  if (body.trim() === '') return undefined;
  const json = parseJson(body);
  // JSON that was cut off holds data, in whose words no reason is to be found.
  const isCutOff = json === undefined && /^\s*[[{]/.test(body);
  const isAnswer = isCutOff || (json !== undefined && !hasErrorCode(json));
  const refusal = isAnswer ? undefined : toDisguisedRefusal(answer);
  if (refusal) throw refusal;
  if (json !== undefined) return json;
  // What it says may be data, so it isn't quoted.
  const type = headers.get('content-type') ?? 'no type';
  const message = `${name} answered ${status} with something that is not JSON (${type})`;
  throw new GenieError('genie-bad-response', message, { status, acted: 'maybe' });
}

/** No answer of Genie's has one at its top. */
function hasErrorCode(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'error_code' in json;
}

/** Names us in the workspace's audit log. Databricks asks for `name/version` from everything that calls it. */
export const userAgent = `genie-teams-bot/${version} nodejs/${process.versions.node}`;
