import type { AnswerColumn, AnswerTable } from '../answers/answer.ts';
import { createCellFormatter } from '../answers/cellFormatter.ts';
import { alignsRight } from '../answers/columnKind.ts';
import type { Table, TableCell } from './adaptiveCard.ts';
import type { CardLimits } from './cardLimits.ts';
import type { CardChannel } from './outgoingMessage.ts';
import { clipLine } from './plainText.ts';
import { richText, type TextStyle } from './richText.ts';

/** Characters side by side that still read well: Teams is as wide as the chat, a Web Chat bubble is 480 pixels. */
const lineLength = { teams: 140, webchat: 58 };
const minColumns = 3;
/** The least and the most characters that a column is given, and the gap beside it. */
const narrowest = 4;
const widest = { teams: 30, webchat: 20 };
const gap = 1;

export interface ShownTable {
  element: Table;
  rows: number;
  columns: number;
  /** Whether some cell was too long to be shown whole. */
  cut: boolean;
}

interface ShownColumn {
  column: AnswerColumn;
  header: string;
  cells: { text: string; isNull: boolean }[];
  cut: boolean;
  /** In characters. */
  width: number;
}

/** The first rows and columns of a table, as many as can be read. */
export function tableElement(
  table: AnswerTable,
  limits: CardLimits,
  channel: CardChannel,
  locale?: string,
): ShownTable {
  const all = table.columns.slice(0, limits.columns).map((column, index) => {
    const values = table.rows.map((row) => row[index] ?? null);
    return showColumn(column, values, { ...limits, widest: widest[channel] }, locale);
  });
  const columns = all.slice(0, countReadable(all, lineLength[channel]));
  const rows = table.rows.slice(0, limits.rows).map((_, row) => ({
    type: 'TableRow' as const,
    cells: columns.map(({ column, cells }) => showCell(column, cells[row])),
  }));
  const headers = columns.map(({ column, header }) =>
    cellOf(header, { weight: 'Bolder' }, alignsRight(column)),
  );
  return {
    element: {
      type: 'Table',
      firstRowAsHeaders: true,
      columns: columns.map(({ width }) => ({ width })),
      rows: [{ type: 'TableRow', cells: headers }, ...rows],
    },
    rows: rows.length,
    columns: columns.length,
    cut: columns.some(({ cut }) => cut),
  };
}

function showColumn(
  column: AnswerColumn,
  values: readonly (string | null)[],
  { rows, cellLength, widest }: CardLimits & { widest: number },
  locale: string | undefined,
): ShownColumn {
  const format = createCellFormatter(column, values, locale);
  const texts = values
    .slice(0, rows)
    .map((value) => ({ text: format(value), isNull: value === null }));
  const cells = texts.map(({ text, isNull }) => ({ text: clipLine(text, cellLength), isNull }));
  const header = clipLine(column.name, cellLength);
  const longest = Math.max(header.length, ...cells.map(({ text }) => text.length));
  return {
    column,
    header,
    cells,
    cut: texts.some(({ text }) => text.trim().length > cellLength),
    width: Math.min(Math.max(longest, narrowest), widest),
  };
}

function countReadable(columns: readonly ShownColumn[], length: number): number {
  let used = 0;
  const tooMany = columns.findIndex(({ width }, index) => {
    used += width + gap;
    return used > length && index >= minColumns;
  });
  return tooMany < 0 ? columns.length : tooMany;
}

function showCell(column: AnswerColumn, cell: ShownColumn['cells'][number] | undefined): TableCell {
  return cellOf(cell?.text ?? '', cell?.isNull ? { isSubtle: true } : {}, alignsRight(column));
}

function cellOf(text: string, style: TextStyle, right: boolean): TableCell {
  const block = right ? ({ horizontalAlignment: 'Right' } as const) : {};
  return { type: 'TableCell', items: text === '' ? [] : [richText(text, style, block)] };
}
