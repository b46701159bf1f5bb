import * as z from 'zod/mini';
import { codeOf } from '../common/errors.ts';
import type { GenieClient, PageOptions } from './genieClient.ts';
import { type CallerOptions, createCaller } from './http/caller.ts';
import { parseHost } from './http/parseHost.ts';
import type { MessageIds, Space } from './types.ts';
import { toDownloadStatus } from './wire/download.ts';
import { omitUndefined } from './wire/omitUndefined.ts';
import { toConversation, toMessage, toMessageIds } from './wire/toMessage.ts';
import { toQueryResult } from './wire/toQueryResult.ts';
import { toSpace } from './wire/toSpace.ts';
import * as wire from './wire/wire.ts';

export interface GenieClientOptions extends Omit<CallerOptions, 'origin' | 'timeoutMs'> {
  /** `https://<workspace>`; plain http for loopback only. */
  host: string;
  /** For one exchange with Genie, in real time; 30 s unless told. */
  timeoutMs?: number;
  /** Whether Genie is asked to draw its own charts. */
  asksForCharts?: boolean;
}

/**
 * Calls Genie's Conversation API, `/api/2.0/genie` (Databricks REST API reference, Genie).
 *
 * @throws AppError `config` for a host that is no https address.
 */
export function createGenieClient(options: GenieClientOptions): GenieClient {
  const { host, timeoutMs = 30_000, asksForCharts, ...rest } = options;
  const toQuestion = (content: string) => ({
    content,
    ...(asksForCharts && { enable_visualization: true }),
  });
  const { read, act, ask, fetch } = createCaller({ ...rest, timeoutMs, origin: parseHost(host) });

  return {
    async listSpaces(signal) {
      const spaces: Space[] = [];
      let before: string | undefined;
      let next: string | undefined;
      do {
        before = next;
        const query = { page_token: before };
        const page = await read({ path: ['spaces'], query }, wire.spacesWire, signal);
        spaces.push(...page.spaces.map((space) => toSpace(space)));
        next = page.next_page_token || undefined;
      } while (next && next !== before);
      return spaces;
    },

    async getSpace(spaceId, { includeDefinition } = {}, signal) {
      const query = includeDefinition ? { include_serialized_space: 'true' } : {};
      return toSpace(
        await read({ path: spacePath(spaceId), query }, wire.spaceWire, signal),
        spaceId,
      );
    },

    async startConversation(spaceId, content, signal) {
      const path = [...spacePath(spaceId), 'start-conversation'];
      const answer = await ask({ path, body: toQuestion(content) }, wire.startedWire, signal);
      return toMessageIds(answer, { spaceId });
    },

    async sendMessage(spaceId, conversationId, content, signal) {
      const path = [...conversationPath(spaceId, conversationId), 'messages'];
      const message = await ask({ path, body: toQuestion(content) }, wire.messageWire, signal);
      return toMessageIds({ message }, { spaceId, conversationId });
    },

    async getMessage(ids, signal) {
      return toMessage(await read({ path: messagePath(ids) }, wire.messageWire, signal), ids);
    },

    async listMessages(spaceId, conversationId, page, signal) {
      const path = [...conversationPath(spaceId, conversationId), 'messages'];
      const answer = await read({ path, query: toQuery(page) }, wire.messagesWire, signal);
      const asked = { spaceId, conversationId, messageId: '' };
      return omitUndefined({
        messages: answer.messages
          .map((message) => toMessage(message, asked))
          .filter(({ messageId }) => messageId !== ''),
        nextPageToken: answer.next_page_token || undefined,
      });
    },

    async listConversations(spaceId, page, signal) {
      const path = [...spacePath(spaceId), 'conversations'];
      const answer = await read({ path, query: toQuery(page) }, wire.conversationsWire, signal);
      return omitUndefined({
        conversations: answer.conversations.map(toConversation).filter(({ id }) => id !== ''),
        nextPageToken: answer.next_page_token || undefined,
      });
    },

    async getQueryResult(ids, attachmentId, signal) {
      const path = [...attachmentPath(ids, attachmentId), 'query-result'];
      return toQueryResult(await read({ path }, wire.statementWire, signal));
    },

    async getVisualization(ids, attachmentId, maxSize, signal) {
      const path = [...attachmentPath(ids, attachmentId), 'download-visualization'];
      return fetch({ path }, maxSize, signal);
    },

    async executeQuery(ids, attachmentId, signal) {
      const path = [...attachmentPath(ids, attachmentId), 'execute-query'];
      return toQueryResult(await act({ path, body: {} }, wire.statementWire, signal));
    },

    async deleteConversation(spaceId, conversationId, signal) {
      const path = conversationPath(spaceId, conversationId);
      await act({ method: 'DELETE', path }, z.unknown(), signal).catch(ignoreGone);
    },

    async deleteMessage(ids, signal) {
      await act({ method: 'DELETE', path: messagePath(ids) }, z.unknown(), signal).catch(
        ignoreGone,
      );
    },

    async sendFeedback(ids, rating, comment, signal) {
      const path = [...messagePath(ids), 'feedback'];
      await act({ path, body: { rating, comment } }, z.unknown(), signal);
    },

    async startDownload(ids, attachmentId, signal) {
      const path = [...attachmentPath(ids, attachmentId), 'downloads'];
      const answer = await act({ path, body: {} }, wire.downloadWire, signal);
      return omitUndefined({ id: answer.download_id, signature: answer.download_id_signature });
    },

    async getDownload(ids, attachmentId, { id, signature }, signal) {
      const path = [...attachmentPath(ids, attachmentId), 'downloads', id];
      const query = { download_id_signature: signature };
      return toDownloadStatus(await read({ path, query }, wire.statementWire, signal));
    },
  };
}

const spacePath = (spaceId: string) => ['spaces', spaceId];

const conversationPath = (spaceId: string, conversationId: string) => [
  ...spacePath(spaceId),
  'conversations',
  conversationId,
];

const messagePath = ({ spaceId, conversationId, messageId }: MessageIds) => [
  ...conversationPath(spaceId, conversationId),
  'messages',
  messageId,
];

const attachmentPath = (ids: MessageIds, attachmentId: string) => [
  ...messagePath(ids),
  'attachments',
  attachmentId,
];

const toQuery = ({ pageSize, pageToken }: PageOptions = {}) => ({
  page_size: pageSize?.toString(),
  page_token: pageToken,
});

function ignoreGone(error: unknown): void {
  if (codeOf(error) !== 'conversation-gone') throw error;
}
