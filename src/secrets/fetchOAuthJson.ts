import * as z from 'zod/mini';
import type { ErrorCode } from '../common/errors.ts';
import { parseJson } from '../common/parseJson.ts';
import { GenieError } from '../genie/errors.ts';
import { readBody } from '../genie/http/readBody.ts';
import { type ErrorBody, readErrorBody } from '../genie/http/readErrorBody.ts';
import { redact } from '../genie/http/redact.ts';
import { userAgent } from '../genie/http/sendRequest.ts';
import { toDisguisedRefusal, toGenieError } from '../genie/http/toGenieError.ts';

const maxBytes = 256 * 1024;

export interface OAuthRequest extends RequestInit {
  /** What no message may quote: the client's secret, a person's token. */
  privateTexts?: readonly string[];
  /** Until it is given up. Default: 15 s. */
  timeoutMs?: number;
}

/**
 * One exchange with the workspace's OAuth server. Messages quote why it refused, which an admin needs to know, but
 * nothing of an answer that claims success, which may hold a token.
 *
 * @throws GenieError: `genie-unauthorized` when it refuses the client, `genie-unavailable`, `genie-unreachable` and
 * `genie-bad-response` when it is not well, `config` when there is none, and the codes of what keeps the bot out:
 * `genie-forbidden`, `genie-sign-in` and the like. `acted` is `no` in all of them, since Genie itself was not called.
 */
export async function fetchOAuthJson<T extends z.ZodMiniType>(
  url: string,
  answer: T,
  { privateTexts = [], timeoutMs = 15_000, ...init }: OAuthRequest = {},
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
    body = new TextDecoder().decode(await readBody(response, maxBytes));
  } catch (cause) {
    const message = `The workspace's OAuth server could not be reached at ${pathname}`;
    throw new GenieError('genie-unreachable', message, { acted: 'no' }, { cause });
  }
  const parsed = response.ok ? z.safeParse(answer, parseJson(body)) : undefined;
  if (parsed?.success) return parsed.data;
  throw toOAuthError({ response, body, pathname, privateTexts });
}

interface Failed {
  response: Response;
  body: string;
  pathname: string;
  privateTexts: readonly string[];
}

function toOAuthError({ response, body, pathname, privateTexts }: Failed): GenieError {
  const { status, headers, ok } = response;
  const answer = { status, headers, body, about: 'space' as const, privateTexts, now: 0 };
  const isRedirect = status >= 300 && status < 400;
  const named = isRedirect ? toGenieError(answer) : toDisguisedRefusal(answer);
  // There is no question here that could be wrong.
  const cause = named?.code === 'genie-declined' ? undefined : named;
  const read = ok ? {} : readErrorBody(body);
  const reason = redact([read.errorCode, read.text].filter(Boolean).join(': '), privateTexts);
  const where = `The workspace's OAuth server answered ${status} at ${pathname}`;
  return new GenieError(
    cause?.code ?? codeFor(status, read),
    reason ? `${where}: ${reason}` : where,
    { status, acted: 'no', about: 'bot' },
    { cause, detail: cause?.detail },
  );
}

/** RFC 6749, 5.2: what is wrong with the client or its secret. */
const clientErrors: ReadonlySet<string> = new Set([
  'access_denied',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
]);

function codeFor(status: number, { errorCode, text = '' }: ErrorBody): ErrorCode {
  if (status === 429 || status >= 500) return 'genie-unavailable';
  if (status === 404) return 'config';
  if (status === 400 || status === 401) return 'genie-unauthorized';
  if (clientErrors.has(errorCode ?? text)) return 'genie-unauthorized';
  return status === 403 ? 'genie-forbidden' : 'genie-bad-response';
}
