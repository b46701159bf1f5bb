import type { RowsError } from './missingRows.ts';

/**
 * One answer, as every channel shows it: made from Genie's attachments by `readAnswer.ts`, shown by `src/cards`.
 * It holds plain data only.
 */
export interface Answer {
  /** A clarification is a question back: the person's next message answers it. */
  kind: 'answer' | 'clarification';
  /** Genie's texts in order; Markdown. */
  texts: string[];
  tables: AnswerTable[];
  /** What Genie asks back along with an answer; Markdown. A clarification has its question in `texts`. */
  questionBack?: string;
  /** Questions to ask next. */
  suggestions: string[];
  /** Where Databricks shows it to its reader; absent where it can't be opened. */
  origin?: AnswerOrigin;
  /** What the texts refer to as their sources. */
  citations?: Citation[];
  /** The answerer goes on only if its asker lets it. */
  approval?: ApprovalRequest;
}

export interface Citation {
  title: string;
  url?: string;
}

/** What an answerer asks to be allowed to do. */
export interface ApprovalRequest {
  id: string;
  /** Of the tool, and of the server that has it. */
  name: string;
  server?: string;
  /** What it would be called with: JSON. */
  arguments: string;
}

/** An address in the workspace. */
export interface AnswerOrigin {
  url: string;
  /** The conversation, if its reader can open it; otherwise the space. */
  shows: 'conversation' | 'space';
}

export interface AnswerTable {
  /** Genie's attachment, or its place among the tables of the text: used to read the rows again. */
  attachmentId: string;
  title?: string;
  /** What the query does, in Genie's words. */
  description?: string;
  /** Absent: its rows come from the answer's text. */
  sql?: string;
  /** How many of the answer's texts come before it; absent: all of them. */
  textsBefore?: number;
  /** How Genie understood the question, step by step. */
  thoughts: Thought[];
  /** The tables that the query reads; absent where its SQL doesn't tell for certain. */
  sources?: SourceTable[];
  /** Genie used a query that its authors reviewed. */
  isTrusted?: true;
  /** What a reviewed query was filled in with, by the names its authors gave. */
  parameters?: { name: string; value: string }[];
  /** The rows are no older than this; milliseconds since 1970. */
  readAt?: number;
  /** Genie drew a chart of it. */
  genieChart?: GenieChart;
  columns: AnswerColumn[];
  /** The texts as sent by the API; SQL NULL is `null`. Formatting is left to the code that shows them. */
  rows: (string | null)[][];
  /** The number of rows in the whole result, as far as it's known; possibly more than `rows` holds. */
  totalRows: number;
  /** There are more rows than `totalRows` says, or might be: Genie cut the result, or never said how long it is. */
  truncated: boolean;
  /** Why there are no rows, where Genie could not read them. */
  error?: RowsError;
  /** There might be rows if they are read again. */
  canRetry?: true;
}

export interface Thought {
  /** Absent for a kind that is newer than this bot. */
  kind?: 'description' | 'understanding' | 'data-sourcing' | 'instructions' | 'steps';
  /** Markdown. */
  text: string;
}

export interface SourceTable {
  /** As people call it; its full name where two have the same. */
  name: string;
  /** As it's written in SQL. */
  fullName: string;
}

export interface GenieChart {
  title?: string;
  /** A PNG, if it was there in time and isn't too large for any message. */
  picture?: `data:image/png;base64,${string}`;
}

export interface AnswerColumn {
  name: string;
  /** The wire's type name: `STRING`, `DECIMAL`, `TIMESTAMP`, … */
  type: string;
  /** Digits after the decimal point, if the type states them. */
  scale?: number;
  /** Its numbers are written for people, and stay as they are: `$1,204.50`. */
  written?: WrittenNumbers;
}

/** How the numbers of a column are written. */
export interface WrittenNumbers {
  /** The sign before the fractions; absent where it isn't certain: `1.204` could be a little or a lot. */
  point?: '.' | ',';
  /** Of every number: a currency or the percent sign. */
  unit?: string;
}
