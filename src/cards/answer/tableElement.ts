import type { AnswerColumn, AnswerTable } from '../../answers/answer.ts';
import { createCellFormatter } from '../../answers/cellFormatter.ts';
import { alignsRight, type ColumnKind, columnKind } from '../../answers/columnKind.ts';
import type { Table, TableCell } from '../parts/adaptiveCard.ts';
import type { CardLimits } from '../parts/cardLimits.ts';
import { clipLine } from '../parts/plainText.ts';
import { richText, type TextStyle } from '../parts/richText.ts';

/**
 * How many characters still read well side by side: a Web Chat bubble is about 500 pixels wide, Teams on a phone less.
 */
const lineLength = 72;
const minColumns = 3;
/** The fewest and the most characters that a column gets, and the gap beside it. */
const narrowest = 8;
const widest = 20;
const gap = 1;
/** What can't wrap: half a number is a different number. */
const unbreakable: ReadonlySet<ColumnKind> = new Set([
  'number',
  'identifier',
  'date',
  'timestamp',
  'boolean',
]);

export interface ShownTable {
  element: Table;
  /** The index of the first row shown. */
  from: number;
  rows: number;
  /** How many rows fit. */
  pageLength: number;
  columns: number;
  /** Whether some cell was too long to show in full. */
  cut: boolean;
}

interface ShownColumn {
  /** Whether its cells are right-aligned. */
  right: boolean;
  header: string;
  cells: { text: string; isNull: boolean }[];
  cut: boolean;
  /** In characters. Clients divide the available width in these proportions. */
  width: number;
}

export interface TableView {
  limits: Pick<CardLimits, 'rows' | 'columns' | 'cellLength'>;
  locale?: string;
  /** The index of the first row to show. */
  from?: number;
}

/** Some rows of a table and as many of its first columns as stay readable. */
export function tableElement(table: AnswerTable, view: TableView): ShownTable {
  const { limits, from = 0 } = view;
  const all = table.columns.slice(0, limits.columns).map((column, index) => {
    const values = table.rows.map((row) => row[index] ?? null);
    return showColumn(column, values, view);
  });
  const columns = all.slice(0, countReadable(all));
  const rows = table.rows.slice(from, from + limits.rows).map((_, row) => ({
    type: 'TableRow' as const,
    cells: columns.map(({ right, cells }) => showCell(cells[row], right)),
  }));
  const headers = columns.map(({ right, header }) => cellOf(header, { weight: 'Bolder' }, right));
  return {
    element: {
      type: 'Table',
      firstRowAsHeaders: true,
      columns: columns.map(({ width }) => ({ width })),
      rows: [{ type: 'TableRow', cells: headers }, ...rows],
    },
    from,
    rows: rows.length,
    pageLength: limits.rows,
    columns: columns.length,
    cut: columns.some(({ cut }) => cut),
  };
}

function showColumn(
  column: AnswerColumn,
  values: readonly (string | null)[],
  { limits: { rows, cellLength }, locale, from = 0 }: TableView,
): ShownColumn {
  const format = createCellFormatter(column, values, locale);
  const texts = values
    .slice(from, from + rows)
    .map((value) => ({ text: format(value), isNull: value === null }));
  const cells = texts.map(({ text, isNull }) => ({ text: clipLine(text, cellLength), isNull }));
  const header = clipLine(column.name, cellLength);
  const longest = Math.max(...cells.map(({ text }) => text.length));
  const least = unbreakable.has(columnKind(column, values)) ? longest : 0;
  return {
    right: alignsRight(column, values),
    header,
    cells,
    cut: texts.some(({ text }) => text.trim().length > cellLength),
    width: Math.max(Math.min(Math.max(longest, header.length), widest), least, narrowest),
  };
}

function countReadable(columns: readonly ShownColumn[]): number {
  let used = 0;
  const tooMany = columns.findIndex(({ width }, index) => {
    used += width + gap;
    return used > lineLength && index >= minColumns;
  });
  return tooMany < 0 ? columns.length : tooMany;
}

function showCell(cell: ShownColumn['cells'][number] | undefined, right: boolean): TableCell {
  return cellOf(cell?.text ?? '', cell?.isNull ? { isSubtle: true } : {}, right);
}

function cellOf(text: string, style: TextStyle, right: boolean): TableCell {
  const block = right ? ({ horizontalAlignment: 'Right' } as const) : {};
  return { type: 'TableCell', items: text === '' ? [] : [richText(text, style, block)] };
}
