import type { ErrorCode } from '../../common/errors.ts';
import { GenieError } from '../errors.ts';
import { omitUndefined } from '../wire/omitUndefined.ts';
import { type ErrorBody, readErrorBody } from './readErrorBody.ts';
import { readRetryAfter } from './readRetryAfter.ts';
import { redact } from './redact.ts';

export interface FailedResponse {
  status: number;
  headers: Headers;
  body: string;
  /** What the request was about: decides what a 404 means. */
  about: 'space' | 'conversation';
  /** What must not appear in the message: the token, the question. */
  privateTexts: readonly string[];
  /** Milliseconds since 1970, for a Retry-After that is a date. */
  now: number;
}

/**
 * What an unsuccessful answer of Databricks means to us. Codes and shapes: the Databricks SDKs' `errors/platform.py`,
 * `errors/deserializer.py` and `errors/private_link.py`.
 */
export function toGenieError(response: FailedResponse): GenieError {
  const { status, headers, now, privateTexts } = response;
  if (status >= 300 && status < 400) return toRedirectError(status, headers.get('location'));

  const body = readErrorBody(response.body);
  const said = redact(body.text ?? '', privateTexts);
  const message = `Genie answered ${[status, body.errorCode].filter(Boolean).join(' ')}${said && `: ${said}`}`;
  return new GenieError(
    codeFor(response, body),
    message,
    omitUndefined({
      status,
      errorCode: body.errorCode,
      requestId: body.requestId ?? headers.get('x-request-id') ?? undefined,
      retryAfterMs: readRetryAfter(headers.get('retry-after'), now) ?? body.retryDelayMs,
      acted: isRefusal(status) ? 'no' : 'maybe',
    }),
  );
}

/** 408 and 499 are given up on the way: there is no telling how far the request got. */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 499;
}

function codeFor(
  { status, about }: FailedResponse,
  { errorCode, text = '' }: ErrorBody,
): ErrorCode {
  switch (status) {
    case 401:
      return 'genie-unauthorized';
    case 403:
      // The gateway says 403 to an outdated token too; a missing scope or a blocked address is not mended by a new one.
      return errorCode === 'UNAUTHENTICATED' ||
        /invalid access token|token (is|has) expired/i.test(text)
        ? 'genie-unauthorized'
        : 'genie-forbidden';
    case 404:
      return about === 'conversation' && !isAboutSpace(errorCode, text)
        ? 'conversation-gone'
        : 'genie-not-found';
    case 408:
      return 'genie-timeout';
    case 409:
      return 'genie-unavailable'; // Something else is going on in that conversation, and will be over.
    case 429:
      return 'genie-throttled';
    case 499:
      return 'genie-cancelled';
    default:
      return status >= 500 ? 'genie-unavailable' : 'bad-request';
  }
}

/** A conversation is not found either when its space is gone or not shared with us, or when there is no such API. */
function isAboutSpace(errorCode: string | undefined, text: string): boolean {
  return (
    errorCode === 'ENDPOINT_NOT_FOUND' ||
    errorCode === 'FEATURE_DISABLED' ||
    /datarooms\/|unable to get space/i.test(text)
  );
}

function toRedirectError(status: number, location: string | null): GenieError {
  const target = location === null ? null : URL.parse(location, 'https://workspace.invalid');
  const reason = target?.searchParams.get('error') ?? '';
  if (target?.pathname === '/login.html' && reason.startsWith('private-link')) {
    return new GenieError(
      'genie-forbidden',
      'The workspace is reached through Private Link only, and this request did not come that way',
      { status, acted: 'no' },
    );
  }
  return new GenieError(
    'genie-bad-response',
    `Genie answered ${status}, a redirect to ${target?.pathname ?? 'nowhere'}: is DATABRICKS_HOST a workspace?`,
    { status, acted: 'maybe' },
  );
}
