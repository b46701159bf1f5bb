/**
 * What the demo sends, in the format of the Genie REST API (`/api/2.0/genie`). Kept separate from the client's types on
 * purpose: the end-to-end tests hold the two against each other.
 */

export interface WireColumn {
  name: string;
  position: number;
  type_name: string;
  type_text: string;
  type_precision?: number;
  type_scale?: number;
}

export interface WireAttachment {
  attachment_id: string;
  text?: { content: string; purpose?: string; phase?: string };
  query?: WireQuery;
  suggested_questions?: { questions: string[] };
  viz?: { title?: string; query_attachment_id?: string };
}

interface WireQuery {
  title?: string;
  description?: string;
  query: string;
  statement_id?: string;
  last_updated_timestamp?: number;
  parameters?: { keyword: string; value: string; sql_type: string }[];
  query_result_metadata?: { row_count: number; is_truncated: boolean };
  thoughts?: { thought_type: string; content: string }[];
}

export interface WireMessageError {
  type: string;
  error: string;
}

export interface WireComment {
  space_id: string;
  conversation_id: string;
  message_id: string;
  message_comment_id: string;
  content: string;
  user_id: number;
  created_timestamp: number;
}

export type WireRating = 'POSITIVE' | 'NEGATIVE' | 'NONE';
