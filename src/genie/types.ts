/**
 * Genie's conversations as this bot sees them: the wire's names made regular, absent lists made empty, legacy ids
 * folded in. What the wire itself looks like is `wire.ts`.
 */

/** Names one message. All ids are opaque strings. */
export interface MessageIds {
  spaceId: string;
  conversationId: string;
  messageId: string;
}

export interface Space {
  id: string;
  title: string;
  description?: string;
  /** The space's own definition, as a JSON text: only with `includeDefinition`, which needs CAN EDIT. */
  definition?: string;
}

export interface Conversation {
  id: string;
  title: string;
  /** It was had in agent mode: its messages are read by that API. */
  isAgents?: true;
  /** Milliseconds since 1970. */
  createdAt?: number;
}

/** A status this client does not know means that Genie is still working. */
export type MessageStatus =
  | 'SUBMITTED'
  | 'FETCHING_METADATA'
  | 'FILTERING_CONTEXT'
  | 'ASKING_AI'
  | 'PENDING_WAREHOUSE'
  | 'EXECUTING_QUERY'
  | 'COMPLETED'
  | 'FAILED'
  | 'CANCELLED'
  | 'QUERY_RESULT_EXPIRED'
  | (string & {});

export interface Message extends MessageIds {
  /** What the person asked, as it was sent. */
  content: string;
  status: MessageStatus;
  attachments: Attachment[];
  /** Only on FAILED: Genie's error type, such as `SQL_EXECUTION_EXCEPTION`, and its text. */
  error?: { type: string; text: string };
  /** Milliseconds since 1970. */
  createdAt?: number;
}

export type Attachment =
  | TextAttachment
  | QueryAttachment
  | SuggestedQuestionsAttachment
  | VisualizationAttachment;

export interface TextAttachment {
  kind: 'text';
  id: string;
  /** Markdown. */
  content: string;
  /** A text without a purpose on the wire is an answer. */
  purpose: 'answer' | 'follow-up-question';
  /** Set on Genie's thinking aloud, which is not part of the answer. */
  phase?: string;
  /** The query whose result it shows. */
  sql?: string;
  /** What it refers to. */
  citations?: { title: string; url?: string }[];
}

export interface QueryAttachment {
  kind: 'query';
  id: string;
  title?: string;
  description?: string;
  sql: string;
  statementId?: string;
  rowCount?: number;
  truncated: boolean;
  parameters: { keyword: string; value: string; sqlType: string }[];
  /** How Genie read the question; Markdown. */
  thoughts: { type: string; content: string }[];
  /** Its rows, where they come with the message and can't be read otherwise. */
  result?: QueryResult;
}

export interface SuggestedQuestionsAttachment {
  kind: 'suggested-questions';
  id: string;
  questions: string[];
}

export interface VisualizationAttachment {
  kind: 'visualization';
  id: string;
  title?: string;
  queryAttachmentId?: string;
}

/** The rows behind one query attachment. Values are the wire's texts; SQL NULL is `null`. */
export interface QueryResult {
  /** `UNKNOWN`: the reply says nothing about the query. */
  state:
    | 'UNKNOWN'
    | 'PENDING'
    | 'RUNNING'
    | 'SUCCEEDED'
    | 'FAILED'
    | 'CANCELED'
    | 'CLOSED'
    | (string & {});
  columns: ResultColumn[];
  rows: (string | null)[][];
  /** Rows of the whole result, which may be more than `rows` holds. Absent if nothing says how many there are. */
  totalRows?: number;
  /** There are more rows than `totalRows` says. */
  truncated: boolean;
  /** Only on FAILED. */
  error?: { code: string; text: string };
}

export interface ResultColumn {
  name: string;
  /** The wire's type name: `STRING`, `DECIMAL`, `TIMESTAMP`, … */
  type: string;
  /** The full SQL type, such as `DECIMAL(18,2)`. */
  typeText?: string;
  scale?: number;
}

export type Rating = 'POSITIVE' | 'NEGATIVE' | 'NONE';
