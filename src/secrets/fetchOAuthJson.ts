import * as z from 'zod/mini';
import type { ErrorCode } from '../common/errors.ts';
import { parseJson } from '../common/parseJson.ts';
import { GenieError } from '../genie/errors.ts';
import { readBody } from '../genie/http/readBody.ts';
import { userAgent } from '../genie/http/sendRequest.ts';

const timeoutMs = 15_000;
const maxBytes = 256 * 1024;

/**
 * One exchange with the workspace's OAuth server. Messages quote nothing of what it says, for that may hold a token.
 *
 * @throws GenieError: `genie-unauthorized` when it refuses the client, `genie-unavailable`, `genie-unreachable` and
 * `genie-bad-response` when it is not well. `acted` is `no` in all of them, since Genie itself was not called.
 */
export async function fetchOAuthJson<T extends z.ZodMiniType>(
  url: string,
  answer: T,
  init: RequestInit = {},
): Promise<z.output<T>> {
  const { pathname } = new URL(url);
  let response: Response;
  let body: string;
  try {
    response = await fetch(url, {
      ...init,
      headers: { accept: 'application/json', 'user-agent': userAgent, ...init.headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    body = await readBody(response, maxBytes);
  } catch (cause) {
    const message = `The workspace's OAuth server could not be reached at ${pathname}`;
    throw new GenieError('genie-unreachable', message, { acted: 'no' }, { cause });
  }
  const { status } = response;
  const parsed = response.ok ? z.safeParse(answer, parseJson(body)) : undefined;
  if (parsed?.success) return parsed.data;
  const message = `The workspace's OAuth server answered ${status} at ${pathname}`;
  throw new GenieError(codeFor(status), message, { status, acted: 'no' });
}

function codeFor(status: number): ErrorCode {
  if (status === 429 || status >= 500) return 'genie-unavailable';
  return [400, 401, 403].includes(status) ? 'genie-unauthorized' : 'genie-bad-response';
}
