import type { Tokens } from 'marked';
import type { AnswerTable } from '../answer.ts';
import { cellText } from './cellText.ts';
import { readColumns } from './readColumns.ts';

/** A table of a text, its numbers and dates recognized, its cells as they are written. */
export function toTextTable(
  { header, rows }: Tokens.Table,
  about: Pick<AnswerTable, 'attachmentId' | 'title' | 'textsBefore' | 'readAt'>,
): AnswerTable {
  const names = header.map(({ text }) => cellText(text));
  const cells = rows.map((row) => row.map(({ text }) => toCell(cellText(text))));
  return {
    ...about,
    thoughts: [],
    columns: readColumns(names, cells),
    rows: cells,
    totalRows: cells.length,
    truncated: false,
  };
}

function toCell(text: string): string | null {
  return text === '' || /^null$/i.test(text) ? null : text;
}
