/**
 * What went wrong, as a code. The words a person reads derive from the code alone (`src/cards/talk/failureWords.ts`);
 * the message and the cause of an error are for the log.
 */
export type ErrorCode =
  | 'bad-request'
  | 'cancelled-by-asker'
  | 'cleared-by-admin'
  | 'config'
  | 'conversation-gone'
  | 'delivery-unsure'
  | 'genie-bad-response'
  | 'genie-cancelled'
  | 'genie-failed'
  | 'genie-forbidden'
  | 'genie-not-found'
  | 'genie-throttled'
  | 'genie-timeout'
  | 'genie-unauthorized'
  | 'genie-unavailable'
  | 'genie-unreachable'
  | 'internal'
  | 'no-space'
  | 'secret-unavailable'
  | 'storage'
  | 'too-busy'
  | 'too-large'
  | 'undeliverable';

/** Every error of our own. `code` says which words a person gets; `cause` keeps what led to it. */
export class AppError extends Error {
  override readonly name: string = 'AppError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The code of anything thrown: `internal` for what is not an error of ours. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof AppError ? error.code : 'internal';
}
