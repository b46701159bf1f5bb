import type { Clock } from '../common/clock.ts';
import { EventsTooLargeError } from '../common/readEvents.ts';
import { type StreamLimit, withStreamLimit } from '../common/streamLimit.ts';
import { GenieError } from '../genie/errors.ts';
import { openStream } from '../genie/http/openStream.ts';
import { redact } from '../genie/http/redact.ts';
import type { Api, GenieRequest } from '../genie/http/sendRequest.ts';
import { toConnectionError } from '../genie/http/toConnectionError.ts';
import { toDisguisedRefusal } from '../genie/http/toGenieError.ts';
import { NoReplyError, readReply } from './readReply.ts';
import type { Draft } from './reply/draft.ts';
import { EndpointFailure } from './reply/failureIn.ts';

/** Databricks ends a call after 297 s, which can't be raised. One that says nothing for two minutes has died. */
const times = { idleMs: 120_000, totalMs: 300_000 };

export const servingApi: Api = { path: '/serving-endpoints/', name: 'The endpoint' };

export interface CallOptions {
  origin: string;
  token: string;
  clock: Clock;
  signal?: AbortSignal | undefined;
}

/**
 * Calls an endpoint and reads its answer into the draft, to its end.
 *
 * @throws GenieError for everything that goes wrong, the signal's reason when the caller aborts
 */
export async function callEndpoint(
  request: GenieRequest,
  draft: Draft,
  { origin, token, clock, signal }: CallOptions,
): Promise<void> {
  const { privateTexts = [] } = request;
  const call = async (limit: StreamLimit) => {
    let response: Response | undefined;
    try {
      response = await openStream(request, { origin, token, limit, now: clock.now });
      await readReply(limit.watch(response.body ?? emptyBody()), draft, clock);
    } catch (error) {
      signal?.throwIfAborted();
      if (limit.over) throw toTimeError(limit.over, error);
      throw toReadError(error, response, [token, ...privateTexts]);
    }
  };
  await withStreamLimit(times, clock, call, signal);
  if (!draft.isComplete) throw cutOff('The stream ended before the answer did');
  if (draft.isEmpty) {
    throw new GenieError('endpoint-failed', 'The answer is empty', {
      acted: 'maybe',
      about: 'bot',
    });
  }
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}

function cutOff(message: string, cause?: unknown): GenieError {
  return new GenieError('endpoint-cut-off', message, { acted: 'maybe', about: 'bot' }, { cause });
}

function toTimeError(over: 'idle' | 'total', cause: unknown): GenieError {
  if (over === 'idle') return cutOff(`The endpoint said nothing for ${times.idleMs} ms`, cause);
  const message = `The endpoint took longer than ${times.totalMs} ms`;
  return new GenieError('endpoint-timeout', message, { acted: 'maybe', about: 'bot' }, { cause });
}

const limitCodes: ReadonlySet<string> = new Set([
  '429',
  'rate_limit_error',
  'rate_limit_exceeded',
  'REQUEST_LIMIT_EXCEEDED',
  'RESOURCE_EXHAUSTED',
]);

/** What went wrong while the answer was read. */
function toReadError(
  error: unknown,
  response: Response | undefined,
  privateTexts: readonly string[],
): unknown {
  if (error instanceof GenieError || response === undefined) return error;
  const { status, headers } = response;
  if (error instanceof EndpointFailure) {
    const message = `The endpoint failed: ${redact(error.message, privateTexts)}`;
    if (error.kind === 'cut-off') return cutOff(message, error);
    const code = limitCodes.has(error.code) ? 'endpoint-busy' : 'endpoint-failed';
    return new GenieError(code, message, { status, acted: 'maybe', about: 'bot' });
  }
  if (error instanceof NoReplyError) {
    const answer = { ...servingApi, status, headers, body: error.body, privateTexts, now: 0 };
    const refusal = toDisguisedRefusal({ ...answer, about: 'space' });
    const type = headers.get('content-type') ?? 'no type';
    const message = `The endpoint answered ${status} with ${type}, which is no answer`;
    const details = { status, acted: 'maybe', about: 'bot' } as const;
    return refusal ?? new GenieError('endpoint-failed', message, details);
  }
  if (error instanceof EventsTooLargeError) {
    const details = { status, acted: 'maybe', about: 'question' } as const;
    return new GenieError('endpoint-failed', error.message, details, { cause: error });
  }
  return cutOff(toConnectionError(error, servingApi.name).message, error);
}
