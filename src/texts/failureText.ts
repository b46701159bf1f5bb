import type { ErrorCode } from '../common/errors.ts';

/** What a person reads about a failure. */
export interface FailureText {
  /** What happened. */
  what: string;
  /** What the person can do. */
  advice?: string;
}

/** The failures that are about the rights of a person who asks with their own. */
export type PersonCode = Extract<
  ErrorCode,
  | 'endpoint-forbidden'
  | 'endpoint-not-found'
  | 'genie-forbidden'
  | 'genie-not-found'
  | 'genie-sign-in'
  | 'genie-unauthorized'
  | 'no-space'
>;
