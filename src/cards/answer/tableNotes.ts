import type { AnswerTable } from '../../answers/answer.ts';
import type { Reader } from '../parts/reader.ts';
import type { ShownTable } from './tableElement.ts';

/** How much of a table is shown, and how. */
type Shown = Pick<ShownTable, 'from' | 'rows' | 'columns' | 'cut' | 'isZoned'>;

/** What a reader has to know about a table that isn't shown in full: first the counts, then in words. */
export function tableNotes(
  table: AnswerTable,
  shown: Shown,
  reader: Pick<Reader, 'texts' | 'timeZone'>,
): string[] {
  const { texts, timeZone } = reader;
  const counts = [
    ...(shown.rows < table.totalRows ? [rowCounts(table, shown, reader)] : []),
    ...(shown.columns < table.columns.length
      ? [texts.table.someColumns({ shown: shown.columns, total: table.columns.length })]
      : []),
  ];
  const sentences = [
    ...(shown.cut ? [texts.table.shortened] : []),
    ...(table.truncated || table.rows.length < table.totalRows ? [truncation(table, reader)] : []),
    ...(shown.isZoned ? [zoneNote({ texts, timeZone })] : []),
  ];
  return [counts.join(' · '), sentences.join(' ')].filter((line) => line !== '');
}

/** Whose clocks show the times. */
export function zoneNote({ texts, timeZone }: Pick<Reader, 'texts' | 'timeZone'>): string {
  return texts.table.timesAreIn(zoneName(timeZone));
}

const utc = /^(?:(?:Etc\/)?(?:UTC|UCT|GMT|Zulu|Universal|Greenwich|GMT[+-]?0))$/;

function zoneName(timeZone: string): string {
  if (utc.test(timeZone)) return 'UTC';
  return /^[+-]/.test(timeZone) ? `UTC${timeZone}` : timeZone;
}

/** Genie might know of more rows than it returned, whether or not it calls the result truncated. */
function truncation({ rows, totalRows }: AnswerTable, { texts }: Pick<Reader, 'texts'>): string {
  return rows.length < totalRows
    ? texts.table.onlyReturned(rows.length)
    : texts.table.stoppedAt(totalRows);
}

function rowCounts(
  { totalRows }: AnswerTable,
  { from, rows }: Shown,
  { texts }: Pick<Reader, 'texts'>,
) {
  return from > 0
    ? texts.table.rowsFrom({ first: from + 1, last: from + rows, total: totalRows })
    : texts.table.firstRows({ shown: rows, total: totalRows });
}
