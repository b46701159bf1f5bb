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
}

export interface AnswerTable {
  /** Genie's attachment, used to read the rows again. */
  attachmentId: string;
  title?: string;
  /** What the query does, in Genie's words. */
  description?: string;
  sql: string;
  /** How Genie understood the question; Markdown. */
  thoughts: string[];
  columns: AnswerColumn[];
  /** The texts as sent by the API; SQL NULL is `null`. Formatting is left to the code that shows them. */
  rows: (string | null)[][];
  /** The number of rows in the whole result, as far as it's known; possibly more than `rows` holds. */
  totalRows: number;
  /** There are more rows than `totalRows` says, or might be: Genie cut the result, or never said how long it is. */
  truncated: boolean;
  /** Why there are no rows, where Genie could not read them. */
  error?: string;
  /** There might be rows if they are read again. */
  canRetry?: true;
}

export interface AnswerColumn {
  name: string;
  /** The wire's type name: `STRING`, `DECIMAL`, `TIMESTAMP`, … */
  type: string;
  /** Digits after the decimal point, if the type states them. */
  scale?: number;
}
