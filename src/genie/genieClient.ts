import type { Conversation, Message, MessageIds, QueryResult, Rating, Space } from './types.ts';
import type { Download, DownloadStatus } from './wire/download.ts';

export interface PageOptions {
  pageSize?: number;
  /** The `nextPageToken` of the page before. */
  pageToken?: string;
}

/**
 * Genie's Conversation API. Every method throws a `GenieError` when Genie is the trouble, an `AppError`
 * `secret-unavailable` when there is no token to ask it with, and the signal's reason when that aborts.
 *
 * What is safe to repeat is retried by the policy. A question is not: `startConversation` and `sendMessage` are
 * repeated only where nothing was ever sent. For the rest `details.acted` says whether Genie may have taken it.
 */
export interface GenieClient {
  /** Every space that the token can see. */
  listSpaces(signal?: AbortSignal): Promise<Space[]>;
  /** `includeDefinition` needs CAN EDIT. */
  getSpace(
    spaceId: string,
    options?: { includeDefinition?: boolean },
    signal?: AbortSignal,
  ): Promise<Space>;
  startConversation(spaceId: string, content: string, signal?: AbortSignal): Promise<MessageIds>;
  sendMessage(
    spaceId: string,
    conversationId: string,
    content: string,
    signal?: AbortSignal,
  ): Promise<MessageIds>;
  getMessage(ids: MessageIds, signal?: AbortSignal): Promise<Message>;
  /** In Genie's order, which is not documented. */
  listMessages(
    spaceId: string,
    conversationId: string,
    page?: PageOptions,
    signal?: AbortSignal,
  ): Promise<{ messages: Message[]; nextPageToken?: string }>;
  /** The token's own conversations in the space. */
  listConversations(
    spaceId: string,
    page?: PageOptions,
    signal?: AbortSignal,
  ): Promise<{ conversations: Conversation[]; nextPageToken?: string }>;
  getQueryResult(ids: MessageIds, attachmentId: string, signal?: AbortSignal): Promise<QueryResult>;
  /** The PNG of a chart that Genie drew, if it has at most `maxSize` bytes. Tried once, whatever the policy. */
  getVisualization(
    ids: MessageIds,
    attachmentId: string,
    maxSize: number,
    signal?: AbortSignal,
  ): Promise<Buffer>;
  /** Runs the query of an attachment again, for when its result has expired. */
  executeQuery(ids: MessageIds, attachmentId: string, signal?: AbortSignal): Promise<QueryResult>;
  /** Deleting what is already gone succeeds. */
  deleteConversation(spaceId: string, conversationId: string, signal?: AbortSignal): Promise<void>;
  /** Deleting what is already gone succeeds. */
  deleteMessage(ids: MessageIds, signal?: AbortSignal): Promise<void>;
  /** Replaces an earlier rating; `NONE` takes it back. */
  sendFeedback(
    ids: MessageIds,
    rating: Rating,
    comment?: string,
    signal?: AbortSignal,
  ): Promise<void>;
  /** Has the query run again and its full result written out; `getDownload` says when that is done. */
  startDownload(ids: MessageIds, attachmentId: string, signal?: AbortSignal): Promise<Download>;
  getDownload(
    ids: MessageIds,
    attachmentId: string,
    download: Download,
    signal?: AbortSignal,
  ): Promise<DownloadStatus>;
}
