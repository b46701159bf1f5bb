import type { AnswerColumn, AnswerTable, WrittenNumbers } from '../answer.ts';
import { readWrittenNumber, toPlainNumber } from './writtenNumber.ts';

/**
 * The table with the numbers that are written for people as machines write them, for what draws or compares them. A
 * column whose numbers aren't certain is left out.
 */
export function plainNumbers(table: AnswerTable): AnswerTable {
  if (table.columns.every(({ written }) => written === undefined)) return table;
  const kept = table.columns
    .map((column, at) => ({ column, at }))
    .filter(({ column }) => isCertain(column));
  return {
    ...table,
    columns: kept.map(({ column }) => toPlainColumn(column)),
    rows: table.rows.map((row) =>
      kept.map(({ column, at }) => toPlainCell(row[at] ?? null, column)),
    ),
  };
}

function isCertain({ written }: AnswerColumn): boolean {
  return written === undefined || written.point !== undefined;
}

/** The unit, which is no longer in the cells, goes into the name. */
function toPlainColumn({ written, ...column }: AnswerColumn): AnswerColumn {
  if (written === undefined) return column;
  const { unit } = written;
  const isNamed = unit === undefined || column.name.includes(unit);
  return { name: isNamed ? column.name : `${column.name} (${unit})`, type: 'DOUBLE' };
}

function toPlainCell(
  cell: string | null,
  { written }: { written?: WrittenNumbers },
): string | null {
  if (cell === null || written === undefined) return cell;
  const number = readWrittenNumber(cell);
  return (number && toPlainNumber(number, written.point)) ?? null;
}
