import type { AnswerColumn } from '../answers/answer.ts';
import type { MessageIds } from '../genie/types.ts';

/** The wire's texts; SQL NULL is `null`. */
export type Row = readonly (string | null)[];

/** Every row of one table of an answer, read on demand. */
export interface WholeTable {
  title?: string;
  columns: readonly AnswerColumn[];
  /** Throws if not every row can be read: the rows read so far must not pass for the whole table. */
  rows: Iterable<Row> | AsyncIterable<Row>;
}

/**
 * Reads a table from Genie; `undefined` where the message has no such query.
 *
 * @throws GenieError
 */
export type ReadWholeTable = (
  ids: MessageIds,
  attachmentId: string,
  signal: AbortSignal,
) => Promise<WholeTable | undefined>;
