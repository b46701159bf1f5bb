import type { AnswerTable } from '../answer.ts';

const prefix = 'table-';

/**
 * The ID of a table that is part of an answer's text, or comes with it, by its place among them. Genie's IDs of
 * attachments never look like this.
 */
export function ownRowsId(place: number | string): string {
  return `${prefix}${place}`;
}

/** Whether a table's rows rest in its answer: no statement stands for them. */
export function hasOwnRows({ attachmentId }: Pick<AnswerTable, 'attachmentId'>): boolean {
  return attachmentId.startsWith(prefix);
}

/** Whether such a table has fewer rows than there are: nobody can read the others. */
export function lacksRows(table: AnswerTable): boolean {
  return hasOwnRows(table) && (table.truncated || table.rows.length < table.totalRows);
}
