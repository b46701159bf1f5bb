import { AppError, type AppErrorOptions, codeOf, type ErrorCode } from '../common/errors.ts';
import type { AccessDetail } from './missingAccess.ts';

export interface GenieErrorDetails {
  /** HTTP status, when there was an answer. */
  status?: number;
  /** Databricks' own `error_code`. */
  errorCode?: string;
  /** Databricks' request id, to quote to its support. */
  requestId?: string;
  /** How long Databricks asked us to wait. */
  retryAfterMs?: number;
  /**
   * Whether Genie may have acted on the request. `no` only when that is certain: it answered with a refusal, or
   * nothing was ever sent. A POST is repeated only then.
   */
  acted: 'no' | 'maybe';
  /** What a refusal says it is about. Absent: it doesn't say. */
  about?: RefusalSubject;
}

/** Each call would be refused, whatever it is for; or the conversation can't go on; or the question isn't acceptable. */
export type RefusalSubject = 'bot' | 'conversation' | 'question';

/** What Databricks keeps the caller out of, or why, if it says: the detail of `genie-forbidden`. */
export type RefusalDetail = AccessDetail | 'address' | 'private-link' | 'scope';

/** A call to Genie that did not succeed. */
export class GenieError extends AppError {
  override readonly name = 'GenieError';
  readonly details: GenieErrorDetails;

  constructor(
    code: ErrorCode,
    message: string,
    details: GenieErrorDetails,
    options?: AppErrorOptions,
  ) {
    super(code, message, options);
    this.details = details;
  }

  /** For the log. */
  get requestId(): string | undefined {
    return this.details.requestId;
  }
}

const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'endpoint-busy',
  'endpoint-starting',
  'genie-bad-response',
  'genie-throttled',
  'genie-timeout',
  'genie-unavailable',
  'genie-unreachable',
  'secret-unavailable',
  'sign-in-unavailable',
]);

/** Whether the same call may well succeed later: what Genie works on is not touched by it. */
export function isPassing(error: unknown): boolean {
  return passing.has(codeOf(error));
}

const silences: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'genie-bad-response',
  'genie-timeout',
  'genie-unavailable',
  'genie-unreachable',
  'secret-unavailable',
]);

/**
 * Whether Genie isn't answering, as far as this call can tell. A 429 is an answer, and so is a 409: something else is
 * going on in that one conversation.
 */
export function isNoAnswer(error: unknown): boolean {
  const isConflict = error instanceof GenieError && error.details.status === 409;
  return silences.has(codeOf(error)) && !isConflict;
}

/** What another token may mend. */
const tokenRefusals: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'genie-sign-in',
  'genie-unauthorized',
  'sign-in-mismatch',
  'sign-in-required',
]);

/** Whether the token wasn't accepted, or there is none. */
export function isTokenRefused(error: unknown): boolean {
  return tokenRefusals.has(codeOf(error));
}

/** Whether Genie may have acted on the call that threw this: only a refusal, or an error before the call, rules it out. */
export function mayHaveActed(error: unknown): boolean {
  return error instanceof GenieError
    ? error.details.acted === 'maybe'
    : !(error instanceof AppError);
}

/** Refusals by which Databricks only asks us to come back: with another token, or later. */
const comeBack: ReadonlySet<number> = new Set([401, 408, 409, 429, 499]);

/**
 * Whether a new conversation might be accepted where this one was refused: the refusal is about the conversation, or
 * doesn't say what it is about.
 */
export function isMaybeConversation(error: unknown): boolean {
  if (!(error instanceof GenieError) || isPassing(error)) return false;
  const { status = 0, about = 'conversation' } = error.details;
  return status >= 400 && status < 500 && !comeBack.has(status) && about === 'conversation';
}

/** Whether a refusal says that it is the conversation that can't go on, so that nothing in it can be read either. */
export function isConversationLost(error: unknown): boolean {
  return isMaybeConversation(error) && (error as GenieError).details.about === 'conversation';
}

/** How long Databricks asked us to wait (ms). */
export function retryAfterMs(error: unknown): number | undefined {
  return error instanceof GenieError ? error.details.retryAfterMs : undefined;
}
