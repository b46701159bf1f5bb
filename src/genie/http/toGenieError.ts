import type { ErrorCode } from '../../common/errors.ts';
import { GenieError, type GenieErrorDetails, type RefusalSubject } from '../errors.ts';
import { isMissingAccess, nameMissingAccess } from '../missingAccess.ts';
import { omitUndefined } from '../wire/omitUndefined.ts';
import { htmlWords, isHtml } from './htmlWords.ts';
import { type NamedRefusal, nameRefusal, type RequestSubject } from './nameRefusal.ts';
import { type ErrorBody, readErrorBody } from './readErrorBody.ts';
import { readRetryAfter } from './readRetryAfter.ts';
import { redact } from './redact.ts';
import { isSignInAddress, isSignInPage } from './signIn.ts';

export interface FailedResponse {
  /** Whose it is, as the message says: Genie's unless told. */
  name?: string | undefined;
  status: number;
  headers: Headers;
  body: string;
  /** What the request was about: decides what a 404 means. */
  about: RequestSubject;
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
  if (status >= 300 && status < 400) return toRedirectError(response);

  const body = readErrorBody(response.body);
  const named = nameFailure(response, body);
  // What it says about rows may quote them.
  const isQuotable = named !== undefined || response.about !== 'rows';
  const said = isQuotable ? redact(body.text ?? '', privateTexts) : '';
  const message = `${response.name ?? 'Genie'} answered ${[status, body.errorCode].filter(Boolean).join(' ')}${said && `: ${said}`}`;
  const words = wordsOf(response, body);
  const { code = codeFor(response, body, words), about } = named ?? {};
  const isRights = code === 'genie-forbidden';
  const detail = named?.detail ?? (isRights ? nameMissingAccess(words) : undefined);
  const details: GenieErrorDetails = omitUndefined({
    status,
    errorCode: body.errorCode,
    requestId: body.requestId ?? headers.get('x-request-id') ?? undefined,
    retryAfterMs: readRetryAfter(headers.get('retry-after'), now) ?? body.retryDelayMs,
    acted: named || isRefusal(status) ? 'no' : 'maybe',
    about: about ?? subjectOf(code, body),
  });
  return new GenieError(code, message, details, { detail });
}

/**
 * A refusal in an answer that claims success: a sign-in page, or an error as JSON or text. `undefined` if it names no
 * reason: then Genie may have done what it was asked to.
 */
export function toDisguisedRefusal(response: FailedResponse): GenieError | undefined {
  return nameFailure(response, readErrorBody(response.body)) && toGenieError(response);
}

function nameFailure(response: FailedResponse, read: ErrorBody): NamedRefusal | undefined {
  const { status, body, about } = response;
  if (isSignInPage(body)) return { code: 'genie-sign-in', about: 'bot' };
  const text = wordsOf(response, read);
  return nameRefusal({ status, errorCode: read.errorCode, text, about });
}

/** All that it says: of a page, `ErrorBody` has the title alone. */
function wordsOf({ body }: FailedResponse, { text = '' }: ErrorBody): string {
  return isHtml(body) ? htmlWords(body) : text;
}

/** 408 and 499 are given up on the way: there is no telling how far the request got. */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 499;
}

/** What the status means if nothing names the reason. */
function codeFor(
  { status, about }: FailedResponse,
  { errorCode, text = '' }: ErrorBody,
  words: string,
): ErrorCode {
  switch (status) {
    case 400:
      // What it says about rows may quote them, and so speak of anything.
      return about !== 'rows' && isMissingAccess(words) ? 'genie-forbidden' : 'bad-request';
    case 401:
      return 'genie-unauthorized';
    case 403:
      // The gateway says 403 to an outdated token too; a missing scope or a blocked address is not mended by a new one.
      return errorCode === 'UNAUTHENTICATED' ||
        /invalid access token|token (is|has) expired/i.test(text)
        ? 'genie-unauthorized'
        : 'genie-forbidden';
    case 404:
    case 410:
      return about === 'space' || isAboutSpace(errorCode, text)
        ? 'genie-not-found'
        : 'conversation-gone';
    case 408:
      return 'genie-timeout';
    case 409:
      return 'genie-unavailable'; // Something else is going on in that conversation, and will be over.
    case 413:
    case 414:
    case 422:
      return 'genie-declined';
    case 429:
      return 'genie-throttled';
    case 499:
      return 'genie-cancelled';
    default:
      return status >= 500 ? 'genie-unavailable' : 'bad-request';
  }
}

/** What a refusal is about where the code alone tells. */
function subjectOf(
  code: ErrorCode,
  { errorCode, text = '' }: ErrorBody,
): RefusalSubject | undefined {
  if (code === 'conversation-gone') return 'conversation';
  const isBot = code === 'genie-unauthorized' || code === 'genie-not-found';
  return isBot || isAboutSpace(errorCode, text) ? 'bot' : undefined;
}

/** A conversation is not found either when its space is gone or not shared with us, or when there is no such API. */
function isAboutSpace(errorCode: string | undefined, text: string): boolean {
  return errorCode === 'ENDPOINT_NOT_FOUND' || /datarooms\/|unable to get space/i.test(text);
}

/** An API call that is sent elsewhere was not carried out. */
function toRedirectError({ name = 'Genie', status, headers }: FailedResponse): GenieError {
  const location = headers.get('location');
  const target = location === null ? null : URL.parse(location, 'https://workspace.invalid');
  const message = `${name} answered ${status}, a redirect to ${target?.pathname ?? 'nowhere'}: is DATABRICKS_HOST a workspace?`;
  if (target === null) {
    return new GenieError('genie-bad-response', message, { status, acted: 'maybe' });
  }
  const details: GenieErrorDetails = { status, acted: 'no', about: 'bot' };
  if (target.searchParams.get('error')?.startsWith('private-link')) {
    const words =
      'The workspace is reached through Private Link only, and this request did not come that way';
    return new GenieError('genie-forbidden', words, details, { detail: 'private-link' });
  }
  const code = isSignInAddress(target) ? 'genie-sign-in' : 'genie-redirected';
  return new GenieError(code, message, details);
}
