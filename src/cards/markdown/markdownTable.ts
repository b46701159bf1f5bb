import type { Tokens } from 'marked';
import type { CardElement, Table, TextRun } from '../parts/adaptiveCard.ts';
import { noteText } from '../parts/richText.ts';
import { widestWord } from '../parts/textWidth.ts';
import { markdownRuns } from './markdownRuns.ts';
import { paragraph } from './paragraph.ts';

const maxRows = 20;
const maxColumns = 8;
/** In digits; `padding` is around each cell. */
const maxWidth = 20;
const padding = 3;

/** A table of Genie's text, and a note if it is cut. */
export function markdownTable(table: Tokens.Table): CardElement[] {
  const notes = [
    ...(table.rows.length > maxRows ? [`${maxRows} of ${table.rows.length} rows`] : []),
    ...(table.header.length > maxColumns
      ? [`${maxColumns} of ${table.header.length} columns`]
      : []),
  ];
  return [tableElement(table), ...(notes.length > 0 ? [noteText(notes.join(' · '))] : [])];
}

/** So that clients break words only where not all columns fit. */
function widthOf(rows: readonly (readonly TextRun[][])[], column: number): number {
  const words = rows.map((row) => (row[column] ?? []).map(({ text }) => text).join(''));
  return Math.ceil(Math.min(maxWidth, Math.max(...words.map(widestWord))) + padding);
}

function tableElement(table: Tokens.Table): Table {
  const header = table.header.map((cell) => markdownRuns(cell.tokens, { weight: 'Bolder' }));
  const rows = table.rows
    .slice(0, maxRows)
    .map((row) => row.map((cell) => markdownRuns(cell.tokens)));
  const cells = [header, ...rows].map((row) => row.slice(0, maxColumns));
  return {
    type: 'Table',
    firstRowAsHeaders: true,
    columns: header.slice(0, maxColumns).map((_, at) => ({ width: widthOf(cells, at) })),
    rows: cells.map((row) => ({
      type: 'TableRow',
      cells: row.map((runs) => ({ type: 'TableCell', items: paragraph(runs) })),
    })),
  };
}
