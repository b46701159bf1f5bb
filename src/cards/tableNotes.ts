import type { AnswerTable } from '../answers/answer.ts';
import { columnKind } from '../answers/columnKind.ts';
import { isInUtc, isMidnight } from '../answers/formatDate.ts';
import type { ShownTable } from './tableElement.ts';
import { writeCount } from './writeCount.ts';

/** What a reader must know about a table that is not shown whole: first the counts, then in words. */
export function tableNotes(table: AnswerTable, shown: ShownTable): string[] {
  const total = writeCount(table.totalRows);
  const counts = [
    ...(shown.rows < table.totalRows ? [`${writeCount(shown.rows)} of ${total} rows`] : []),
    ...(shown.columns < table.columns.length
      ? [`${shown.columns} of ${table.columns.length} columns`]
      : []),
  ];
  const sentences = [
    ...(shown.cut ? ['Long values are shortened.'] : []),
    ...(table.truncated ? [`Genie stopped at ${total} rows; there are more in the data.`] : []),
    ...(showsUtcTimes(table, shown.columns) ? ['Times are in UTC.'] : []),
  ];
  return [counts.join(' · '), sentences.join(' ')].filter((line) => line !== '');
}

function showsUtcTimes(table: AnswerTable, shownColumns: number): boolean {
  return table.columns.slice(0, shownColumns).some((column, index) => {
    if (columnKind(column) !== 'timestamp') return false;
    const values = table.rows.map((row) => row[index]).filter((value) => typeof value === 'string');
    return values.some(isInUtc) && !values.every(isMidnight);
  });
}
