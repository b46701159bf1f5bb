import type { AnswerTable } from '../answer.ts';
import { isInstants, readTimeColumn } from './timeColumn.ts';

/** The table with its instants as the clocks of a time zone show them; days stay the days they are. */
export function inZone(table: AnswerTable, timeZone: string): AnswerTable {
  if (!table.columns.some(isInstants)) return table;
  const clocks = table.columns.map((column, at) => {
    if (!isInstants(column)) return undefined;
    const values = table.rows.map((row) => row[at] ?? null).filter((value) => value !== null);
    const { isZoned, toLocal } = readTimeColumn(column.type, values, timeZone);
    return isZoned ? toLocal : undefined;
  });
  return {
    ...table,
    rows: table.rows.map((row) =>
      row.map((value, at) => (value === null ? null : (clocks[at]?.(value) ?? value))),
    ),
  };
}
