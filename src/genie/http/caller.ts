import * as z from 'zod/mini';
import type { Clock } from '../../common/clock.ts';
import { codeOf, type ErrorCode } from '../../common/errors.ts';
import type { Log } from '../../common/log.ts';
import { type RetryPolicy, withRetries } from '../../common/retry.ts';
import { GenieError, retryAfterMs } from '../errors.ts';
import type { TokenSource } from '../tokenSource.ts';
import { fetchFile, type GenieRequest, type SendOptions, sendRequest } from './sendRequest.ts';
import { withToken } from './withToken.ts';

export interface CallerOptions {
  /** The workspace's origin. */
  origin: string;
  tokens: TokenSource;
  clock: Clock;
  retry: RetryPolicy;
  /** For one exchange, in real time. */
  timeoutMs: number;
  log?: Log | undefined;
}

/** What can be over by the next try. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'genie-throttled',
  'genie-timeout',
  'genie-unavailable',
  'genie-unreachable',
]);

type Answer = z.ZodMiniType;
type Change = Omit<GenieRequest, 'method'> & { method?: 'POST' | 'PATCH' | 'DELETE' };

/** Makes the ways to call Genie. Each checks the answer's shape; they differ in what is done twice. */
export function createCaller(options: CallerOptions) {
  const { clock, retry: policy, log } = options;

  async function call<A extends Answer>(
    request: GenieRequest,
    answer: A,
    shouldRetry: (error: Error) => boolean,
    signal: AbortSignal | undefined,
  ): Promise<z.output<A>> {
    const send = (sending: SendOptions) => sendRequest(request, sending);
    const json = await withRetries(() => sendWithToken(send, options, signal), {
      policy,
      clock,
      signal,
      shouldRetry,
      retryAfterMs,
      onRetry: (error, attempt, waitMs) => {
        const { method } = request;
        const requestId = error instanceof GenieError ? error.requestId : undefined;
        log?.warn('genie.retry', { method, code: codeOf(error), requestId, attempt, waitMs });
      },
    });
    const parsed = z.safeParse(answer, json);
    if (parsed.success) return parsed.data;
    const message = 'Genie answered with JSON of another shape than expected';
    throw new GenieError('genie-bad-response', message, { acted: 'maybe' });
  }

  return {
    /** Reads, which changes nothing. */
    read: <A extends Answer>(
      request: Omit<GenieRequest, 'method'>,
      answer: A,
      signal?: AbortSignal,
    ) => call({ ...request, method: 'GET' }, answer, isPassing, signal),

    /** Fetches a file, once: nothing depends on it. */
    fetch: (request: Omit<GenieRequest, 'method'>, maxSize: number, signal?: AbortSignal) => {
      const send = (sending: SendOptions) =>
        fetchFile({ ...request, method: 'GET' }, sending, maxSize);
      return sendWithToken(send, options, signal);
    },

    /** Does what does no harm when it is done twice. */
    act: <A extends Answer>(request: Change, answer: A, signal?: AbortSignal) =>
      call({ method: 'POST', ...request }, answer, isPassing, signal),

    /** Asks a question. There is no idempotency key: asked twice, it is answered and counted twice. */
    ask: <A extends Answer>(
      request: Omit<GenieRequest, 'method'>,
      answer: A,
      signal?: AbortSignal,
    ) => call({ ...request, method: 'POST' }, answer, wasNeverSent, signal),
  };
}

function isPassing(error: Error): boolean {
  return passing.has(codeOf(error));
}

/** A 429 was not acted on either, but what to do about it is up to the owner of the workspace's budget of questions. */
function wasNeverSent(error: Error): boolean {
  return (
    error instanceof GenieError &&
    error.code === 'genie-unreachable' &&
    error.details.acted === 'no'
  );
}

function sendWithToken<T>(
  exchange: (sending: SendOptions) => Promise<T>,
  { tokens, origin, timeoutMs, clock }: CallerOptions,
  signal: AbortSignal | undefined,
): Promise<T> {
  const send = (token: string) => exchange({ origin, token, timeoutMs, signal, now: clock.now });
  return withToken(tokens, send, signal);
}
