import * as z from 'zod/mini';
import { flag, integer, lenient, list, text } from './lenient.ts';

/**
 * What Genie's REST API sends, as far as this client reads it. Every field may be missing, null or of a newer kind:
 * one that has the wrong type counts as missing, so that a change on the other side costs only that field.
 *
 * Source: the Databricks SDKs' types, `service/dashboards` and `service/sql`, as of August 2026.
 */

export const spaceWire = z.object({
  space_id: text,
  title: text,
  description: text,
  serialized_space: text,
});

export const spacesWire = z.object({ spaces: list(spaceWire), next_page_token: text });

const conversationWire = z.object({
  conversation_id: text,
  id: text, // The legacy name.
  title: text,
  agent_type: text,
  created_timestamp: integer,
});

export const conversationsWire = z.object({
  conversations: list(conversationWire),
  next_page_token: text,
});

const attachmentWire = z.object({
  attachment_id: text,
  text: lenient(z.object({ id: text, content: text, purpose: text, phase: text })),
  query: lenient(
    z.object({
      id: text,
      title: text,
      description: text,
      query: text,
      statement_id: text,
      parameters: list(z.object({ keyword: text, value: text, sql_type: text })),
      query_result_metadata: lenient(z.object({ row_count: integer, is_truncated: flag })),
      thoughts: list(z.object({ thought_type: text, content: text })),
    }),
  ),
  suggested_questions: lenient(z.object({ questions: list(z.string()) })),
  viz: lenient(z.object({ title: text, query_attachment_id: text })),
});

export const messageWire = z.object({
  space_id: text,
  conversation_id: text,
  message_id: text,
  id: text, // The legacy name.
  content: text,
  status: text,
  attachments: list(attachmentWire),
  error: lenient(z.object({ type: text, error: text })),
  created_timestamp: integer,
});

export const messagesWire = z.object({ messages: list(messageWire), next_page_token: text });

/** What asking is answered with: ids, the message itself, or both. */
export const startedWire = z.object({
  conversation_id: text,
  message_id: text,
  conversation: lenient(conversationWire),
  message: lenient(messageWire),
});

const columnWire = z.object({
  name: text,
  type_name: text,
  type_text: text,
  type_scale: integer,
});

/** Where a part of the rows lies in the whole, and whether another follows. */
const partWire = {
  row_offset: integer,
  row_count: integer,
  next_chunk_index: integer,
  next_chunk_internal_link: text,
};

const linkWire = z.object({
  ...partWire,
  external_link: z.string(),
  expiration: text,
  http_headers: lenient(z.record(z.string(), z.string())),
});

export const statementWire = z.object({
  statement_response: lenient(
    z.object({
      status: lenient(
        z.object({
          state: text,
          error: lenient(z.object({ error_code: text, message: text })),
        }),
      ),
      manifest: lenient(
        z.object({
          format: text,
          schema: lenient(z.object({ columns: list(columnWire) })),
          total_row_count: integer,
          total_chunk_count: integer,
          chunks: list(z.object(partWire)),
          truncated: flag,
        }),
      ),
      result: lenient(
        z.object({
          ...partWire,
          data_array: lenient(z.array(z.unknown())),
          data_typed_array: lenient(z.array(z.unknown())),
          external_links: list(linkWire),
        }),
      ),
    }),
  ),
});

export const downloadWire = z.object({
  download_id: z.string(),
  download_id_signature: text,
});

export type SpaceWire = z.output<typeof spaceWire>;
export type ConversationWire = z.output<typeof conversationWire>;
export type AttachmentWire = z.output<typeof attachmentWire>;
export type MessageWire = z.output<typeof messageWire>;
export type StartedWire = z.output<typeof startedWire>;
export type StatementWire = z.output<typeof statementWire>;
export type LinkWire = z.output<typeof linkWire>;
