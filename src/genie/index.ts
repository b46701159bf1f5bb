/** Genie for code outside of the bot: `docs/client.md`. What isn't named here can change at any time. */
export { AppError, codeOf, type ErrorCode } from '../common/errors.ts';
export {
  type ConnectOptions,
  connectGenie,
  type GenieConnection,
  type WaitOptions,
} from './connectGenie.ts';
export { mayHaveActed } from './errors.ts';
export type { FailureKind } from './failureKinds.ts';
export type { TokenSource } from './tokenSource.ts';
export type {
  Attachment,
  Message,
  MessageIds,
  MessageStatus,
  QueryAttachment,
  QueryResult,
  Rating,
  ResultColumn,
  Space,
} from './types.ts';
