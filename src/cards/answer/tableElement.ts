import type { AnswerColumn, AnswerTable } from '../../answers/answer.ts';
import { createCellFormatter } from '../../answers/cellFormatter.ts';
import { alignsRight, columnKind } from '../../answers/columnKind.ts';
import type { RichTextBlock, Table, TableCell } from '../parts/adaptiveCard.ts';
import type { CardLimits } from '../parts/cardLimits.ts';
import { clipLine } from '../parts/plainText.ts';
import { richText, type TextStyle } from '../parts/richText.ts';
import { type ColumnNeeds, layOutTable } from '../parts/tableLayout.ts';
import { textWidth, widestWord } from '../parts/textWidth.ts';

/** How much wider a header is for being bold. */
const boldness = 1.1;
/** What is longer is an address or the like, and can be broken. */
const longestWord = 20;
/** What is longer is read as a sentence, for which a narrower column is no pleasure. */
const sentence = 24;
const readable = 10;

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

interface ShownColumn extends ColumnNeeds {
  /** Whether its cells are right-aligned. */
  right: boolean;
  header: string;
  cells: { text: string; isNull: boolean }[];
  cut: boolean;
}

export interface TableView {
  limits: Pick<CardLimits, 'rows' | 'columns' | 'cellLength'>;
  locale?: string;
  /** The index of the first row to show. */
  from?: number;
}

/** Some rows of a table; columns for which a phone has no room are lines below the first one. */
export function tableElement(table: AnswerTable, view: TableView): ShownTable {
  const { limits, from = 0 } = view;
  const all = table.columns.slice(0, limits.columns).map((column, index) => {
    const values = table.rows.map((row) => row[index] ?? null);
    return showColumn(column, values, view);
  });
  const layout = layOutTable(all);
  const columns = layout.columns.flatMap(({ index }) => all[index] ?? []);
  const below = layout.below.flatMap((index) => all[index] ?? []);
  const rows = table.rows.slice(from, from + limits.rows).map((_, row) => ({
    type: 'TableRow' as const,
    cells: columns.map(({ right, cells }, at) =>
      showCell(cells[row], right, at === 0 ? linesOf(below, row) : []),
    ),
  }));
  const headers = columns.map(({ right, header }) => cellOf(header, { weight: 'Bolder' }, right));
  return {
    element: {
      type: 'Table',
      firstRowAsHeaders: true,
      columns: layout.columns.map(({ width }) => ({ width })),
      rows: [{ type: 'TableRow', cells: headers }, ...rows],
    },
    from,
    rows: rows.length,
    pageLength: limits.rows,
    columns: all.length,
    cut: all.some(({ cut }) => cut),
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
  const kind = columnKind(column, values);
  // A number can't be broken where it has a space either.
  const unbroken = kind === 'number' || kind === 'identifier' ? textWidth : wordWidth;
  const value = Math.max(0, ...cells.map(({ text }) => unbroken(text)));
  const wish = Math.max(textWidth(header), ...cells.map(({ text }) => textWidth(text)));
  return {
    right: alignsRight(column, values),
    header,
    cells,
    cut: texts.some(({ text }) => text.trim().length > cellLength),
    least: Math.max(value, boldness * wordWidth(header), wish > sentence ? readable : 0),
    wish,
    below: Math.max(value, wordWidth(`${header}:`)),
    isMeasure: kind === 'number',
  };
}

function wordWidth(text: string): number {
  return Math.min(widestWord(text), longestWord);
}

/** The other columns of a row, each value with its name. */
function linesOf(columns: readonly ShownColumn[], row: number): RichTextBlock[] {
  if (columns.length === 0) return [];
  const pairs = columns.map(({ header, cells }) => `${header}: ${cells[row]?.text ?? ''}`);
  return [richText(pairs.join(' · '), { size: 'Small', isSubtle: true }, { spacing: 'None' })];
}

function showCell(
  cell: ShownColumn['cells'][number] | undefined,
  right: boolean,
  lines: readonly RichTextBlock[],
): TableCell {
  const { type, items } = cellOf(cell?.text ?? '', cell?.isNull ? { isSubtle: true } : {}, right);
  return { type, items: [...items, ...lines] };
}

function cellOf(text: string, style: TextStyle, right: boolean): TableCell {
  const block = right ? ({ horizontalAlignment: 'Right' } as const) : {};
  return { type: 'TableCell', items: text === '' ? [] : [richText(text, style, block)] };
}
