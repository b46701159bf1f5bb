import type { AnswerTable } from '../../src/answers/answer.ts';

export type Cells = (string | null)[];

/** A table whose columns are written `name TYPE`. */
export function aTable(
  columns: string,
  rows: Cells[],
  overrides: Partial<AnswerTable> = {},
): AnswerTable {
  return {
    attachmentId: 'a',
    sql: '',
    thoughts: [],
    columns: columns.split(', ').map((column) => {
      const [name = '', type = 'STRING'] = column.split(' ');
      return { name, type };
    }),
    rows,
    totalRows: rows.length,
    truncated: false,
    ...overrides,
  };
}

/** `count` rows made by their place. */
export const rowsOf = (count: number, make: (index: number) => Cells) =>
  Array.from({ length: count }, (_, index) => make(index));

/** The first of a month, counted from January 2024. */
export const firstOfMonth = (index: number) =>
  new Date(Date.UTC(2024, index, 1)).toISOString().slice(0, 10);
