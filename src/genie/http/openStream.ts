import type { StreamLimit } from '../../common/streamLimit.ts';
import { GenieError } from '../errors.ts';
import { readBody } from './readBody.ts';
import { type GenieRequest, headOf, prepareFetch, type SendOptions } from './sendRequest.ts';
import { toConnectionError } from './toConnectionError.ts';
import { toGenieError } from './toGenieError.ts';

/** Of a refusal. */
const maxBytes = 1024 * 1024;

export interface StreamOptions extends Pick<SendOptions, 'origin' | 'token' | 'now'> {
  limit: StreamLimit;
}

/**
 * Sends a request whose answer is read while it comes. The reader of the body is up to the caller, as is the limit.
 *
 * @returns an answer of 2xx, once its head is here
 * @throws GenieError for everything that goes wrong before, the limit's reason when it aborts
 */
export async function openStream(
  request: GenieRequest,
  { origin, token, now, limit }: StreamOptions,
): Promise<Response> {
  const { name } = request.api ?? {};
  const begin = prepareFetch(request, { origin, token }, 'text/event-stream');
  try {
    limit.signal.throwIfAborted();
    const response = await begin(limit.signal);
    if (response.ok) return response;
    const body = new TextDecoder().decode(await readBody(response, maxBytes, name));
    throw toGenieError({ ...headOf(request, response, token), body, now: now() });
  } catch (error) {
    limit.signal.throwIfAborted();
    throw error instanceof GenieError ? error : toConnectionError(error, name);
  }
}
