import type { AnswerTable } from '../../answers/answer.ts';
import { createCellFormatter } from '../../answers/cellFormatter.ts';
import { isZoned } from '../../answers/cells/timeColumn.ts';
import { alignsRight } from '../../answers/columnKind.ts';
import { headingsOf } from '../../answers/names/headingOf.ts';
import { missingText } from '../../cards/answer/missingText.ts';
import { noRowsText } from '../../cards/answer/tableContent.ts';
import { tableNotes } from '../../cards/answer/tableNotes.ts';
import { type Block, note, paragraph } from '../document/block.ts';
import type { TranscriptReader } from './transcript.ts';

/** All rows that an answer has of a table, its cells written as in the chat, or why there are none. */
export function tableBlocks(table: AnswerTable, reader: TranscriptReader): Block[] {
  const { columns, rows, error, title = '' } = table;
  const { texts, locale, timeZone } = reader;
  if (error !== undefined)
    return [paragraph(texts.table.notLoaded), note(missingText(error, texts))];
  if (rows.length === 0 || columns.length === 0) return [paragraph(noRowsText(table, reader))];
  const headings = headingsOf(columns.map(({ name }) => name));
  const shown = columns.map((column, at) => {
    const values = rows.map((row) => row[at] ?? null);
    return {
      heading: headings[at] ?? '',
      ...(alignsRight(column, values) && { isRight: true }),
      format: createCellFormatter(column, values, locale, timeZone),
      isZoned: isZoned(column, values, timeZone),
    };
  });
  const sizes = { from: 0, rows: rows.length, columns: columns.length, cut: false };
  const areZoned = shown.some((column) => column.isZoned);
  return [
    {
      type: 'table',
      name: title || texts.answer.summary.table,
      columns: shown,
      rows: rowsOf(rows, shown),
    },
    ...tableNotes(table, { ...sizes, isZoned: areZoned }, reader).map(note),
  ];
}

/** One after another: as texts, all of them take several times the room of the data. */
function* rowsOf(
  rows: AnswerTable['rows'],
  columns: readonly { format: (value: string | null) => string }[],
): Generator<string[]> {
  for (const row of rows) yield columns.map(({ format }, at) => format(row[at] ?? null));
}
