import type { Answer, AnswerColumn, AnswerTable } from '../answer.ts';
import { type ColumnKind, columnKind } from '../columnKind.ts';
import { readColumns } from '../text/readColumns.ts';

/** A table as figures and labels are looked for in it. */
export interface FigureTable {
  columns: FigureColumn[];
  /** Whether it has one row, and none that wasn't read. */
  hasOneRow: boolean;
}

export interface FigureColumn {
  column: AnswerColumn;
  kind: ColumnKind;
  cells: readonly (string | null)[];
}

/** The tables of an answer whose rows could be read. */
export function readFigureTables({ tables }: Pick<Answer, 'tables'>): FigureTable[] {
  return tables
    .filter(({ columns, error }) => columns.length > 0 && error === undefined)
    .map((table) => ({
      columns: readFigureColumns(table),
      hasOneRow: table.rows.length === 1 && table.totalRows <= 1 && !table.truncated,
    }));
}

/**
 * The columns, with numbers recognized that SQL has formatted: `concat(share, '%')` is a text to the warehouse and a
 * number to its reader.
 */
function readFigureColumns({ columns, rows }: AnswerTable): FigureColumn[] {
  const texts = columns.flatMap(({ type, written }, at) =>
    type === 'STRING' && written === undefined ? [at] : [],
  );
  const recognized = readColumns(
    texts.map((at) => columns[at]?.name ?? ''),
    rows.map((row) => texts.map((at) => row[at]?.trim() ?? null)),
  );
  return columns.map((stated, at) => {
    const found = recognized[texts.indexOf(at)];
    const column = found && isNumeric(found) ? found : stated;
    const cells = rows.map((row) => row[at] ?? null);
    return { column, kind: columnKind(column, cells), cells };
  });
}

function isNumeric({ type }: AnswerColumn): boolean {
  return type === 'BIGINT' || type === 'DECIMAL' || type === 'DOUBLE';
}
