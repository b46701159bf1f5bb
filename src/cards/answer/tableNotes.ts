import type { AnswerTable } from '../../answers/answer.ts';
import { columnKind } from '../../answers/columnKind.ts';
import { isInUtc, isMidnight } from '../../answers/formatDate.ts';
import { writeCount } from '../parts/write.ts';
import type { ShownTable } from './tableElement.ts';

/** What a reader has to know about a table that isn't shown in full: first the counts, then in words. */
export function tableNotes(table: AnswerTable, shown: ShownTable): string[] {
  const total = writeCount(table.totalRows);
  const counts = [
    ...(shown.rows < table.totalRows
      ? [`${shownRows(shown)} of ${total}${shown.from > 0 ? '' : ' rows'}`]
      : []),
    ...(shown.columns < table.columns.length
      ? [`${shown.columns} of ${table.columns.length} columns`]
      : []),
  ];
  const sentences = [
    ...(shown.cut ? ['Long values are shortened.'] : []),
    ...(table.truncated || table.rows.length < table.totalRows ? [truncation(table)] : []),
    ...(showsUtcTimes(table, shown.columns) ? ['Times are in UTC.'] : []),
  ];
  return [counts.join(' · '), sentences.join(' ')].filter((line) => line !== '');
}

/** Genie might know of more rows than it returned, whether or not it calls the result truncated. */
function truncation({ rows, totalRows }: AnswerTable): string {
  return rows.length < totalRows
    ? `Genie returned only the first ${countRows(rows.length)}.`
    : `Genie stopped at ${countRows(totalRows)}; there are more in the data.`;
}

const countRows = (count: number) => `${writeCount(count)} ${count === 1 ? 'row' : 'rows'}`;

function shownRows({ from, rows }: ShownTable): string {
  return from > 0 ? `Rows ${writeCount(from + 1)}–${writeCount(from + rows)}` : writeCount(rows);
}

function showsUtcTimes(table: AnswerTable, shownColumns: number): boolean {
  return table.columns.slice(0, shownColumns).some((column, index) => {
    if (columnKind(column) !== 'timestamp') return false;
    const values = table.rows.map((row) => row[index]).filter((value) => typeof value === 'string');
    return values.some(isInUtc) && !values.every(isMidnight);
  });
}
