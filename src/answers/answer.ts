/**
 * One answer, as every channel shows it: made from Genie's attachments by `readAnswer.ts`, shown by `src/cards`.
 * It holds plain data only.
 */
export interface Answer {
  /** A clarification is a question back: what the person writes next answers it. */
  kind: 'answer' | 'clarification';
  /** Genie's texts in order; Markdown. */
  texts: string[];
  tables: AnswerTable[];
  /** What Genie asks back beside an answer; Markdown. A clarification has its question in `texts`. */
  questionBack?: string;
  /** Questions to ask next. */
  suggestions: string[];
}

export interface AnswerTable {
  /** Genie's attachment, to read the rows again. */
  attachmentId: string;
  title?: string;
  /** What the query does, in Genie's words. */
  description?: string;
  sql: string;
  /** How Genie read the question; Markdown. */
  thoughts: string[];
  columns: AnswerColumn[];
  /** The wire's texts; SQL NULL is `null`. Formatting is for whoever shows them. */
  rows: (string | null)[][];
  /** Rows of the whole result, which may be more than `rows` holds. */
  totalRows: number;
  /** Genie itself cut the result. */
  truncated: boolean;
  /** Why there are no rows, where Genie could not read them. */
  error?: string;
}

export interface AnswerColumn {
  name: string;
  /** The wire's type name: `STRING`, `DECIMAL`, `TIMESTAMP`, … */
  type: string;
  /** Digits after the point, where the type says so. */
  scale?: number;
}
