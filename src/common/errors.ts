/**
 * What went wrong, as a code. The words a person reads derive from the code, and for some codes from a detail
 * (`src/texts/en/failures.ts`); the message and the cause of an error are for the log.
 */
export type ErrorCode =
  | 'answer-gone'
  | 'bad-request'
  | 'cancelled-by-asker'
  | 'chat-deleted'
  | 'cleared-by-admin'
  | 'config'
  | 'conversation-closed'
  | 'conversation-gone'
  | 'delivery-unsure'
  | 'endpoint-busy'
  | 'endpoint-cut-off'
  | 'endpoint-declined'
  | 'endpoint-failed'
  | 'endpoint-forbidden'
  | 'endpoint-not-found'
  | 'endpoint-starting'
  | 'endpoint-timeout'
  | 'endpoint-unsure'
  | 'genie-bad-response'
  | 'genie-cancelled'
  | 'genie-declined'
  | 'genie-disabled'
  | 'genie-failed'
  | 'genie-forbidden'
  | 'genie-inactive'
  | 'genie-not-found'
  | 'genie-redirected'
  | 'genie-sign-in'
  | 'genie-throttled'
  | 'genie-timeout'
  | 'genie-unauthorized'
  | 'genie-unavailable'
  | 'genie-unreachable'
  | 'identity-changed'
  | 'internal'
  | 'no-space'
  | 'secret-unavailable'
  | 'sign-in-expired'
  | 'sign-in-late'
  | 'sign-in-mismatch'
  | 'sign-in-refused'
  | 'sign-in-replaced'
  | 'sign-in-required'
  | 'sign-in-unavailable'
  | 'storage'
  | 'too-busy'
  | 'too-large'
  | 'undeliverable';

export interface AppErrorOptions extends ErrorOptions {
  detail?: string | undefined;
}

/** Every error of our own. `code` says which words a person gets; `cause` keeps what led to it. */
export class AppError extends Error {
  override readonly name: string = 'AppError';
  readonly code: ErrorCode;
  /** Of which kind, if there are words of its own for that. */
  readonly detail: string | undefined;

  constructor(code: ErrorCode, message: string, { detail, ...options }: AppErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.detail = detail;
  }
}

/** The code of anything thrown: `internal` for what is not an error of ours. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof AppError ? error.code : 'internal';
}

/** The detail of anything thrown. */
export function detailOf(error: unknown): string | undefined {
  return error instanceof AppError ? error.detail : undefined;
}
