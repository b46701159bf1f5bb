import type { Tokens } from 'marked';
import type { CardElement, Table } from '../parts/adaptiveCard.ts';
import { noteText } from '../parts/richText.ts';
import { markdownRuns } from './markdownRuns.ts';
import { paragraph } from './paragraph.ts';

const maxRows = 20;
const maxColumns = 8;

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

function tableElement(table: Tokens.Table): Table {
  const header = table.header.map((cell) => markdownRuns(cell.tokens, { weight: 'Bolder' }));
  const rows = table.rows
    .slice(0, maxRows)
    .map((row) => row.map((cell) => markdownRuns(cell.tokens)));
  const cells = [header, ...rows].map((row) => row.slice(0, maxColumns));
  return {
    type: 'Table',
    firstRowAsHeaders: true,
    columns: header.slice(0, maxColumns).map(() => ({ width: 1 })),
    rows: cells.map((row) => ({
      type: 'TableRow',
      cells: row.map((runs) => ({ type: 'TableCell', items: paragraph(runs) })),
    })),
  };
}
