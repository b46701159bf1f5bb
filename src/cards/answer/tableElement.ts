import type { AnswerTable } from '../../answers/answer.ts';
import { headingsOf } from '../../answers/names/headingOf.ts';
import type { RichTextBlock, Table, TableCell } from '../parts/adaptiveCard.ts';
import type { CardLimits } from '../parts/cardLimits.ts';
import type { Reader } from '../parts/reader.ts';
import { richText, type TextStyle } from '../parts/richText.ts';
import { textWidth } from '../parts/textWidth.ts';
import { type ShownColumn, showColumn } from '../table/shownColumn.ts';
import { layOutTable } from '../table/tableLayout.ts';

/** A pair that is no longer stays on one line. */
const shortPair = 11;

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
  /** Whether some times are those of the reader's clocks. */
  isZoned: boolean;
}

export interface TableView extends Reader {
  limits: Pick<CardLimits, 'rows' | 'columns' | 'cellLength'>;
  /** The index of the first row to show. */
  from?: number;
}

/** Some rows of a table; columns for which a phone has no room are lines below the first one. */
export function tableElement(table: AnswerTable, view: TableView): ShownTable {
  const { limits, from = 0 } = view;
  const shown = table.columns.slice(0, limits.columns);
  const headings = headingsOf(shown.map(({ name }) => name));
  const all = shown.map((column, index) => {
    const values = table.rows.map((row) => row[index] ?? null);
    const heading = headings[index] ?? '';
    return showColumn(column, values, { ...limits, heading, from, reader: view });
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
  const headers = columns.map(({ right, heading }) => cellOf(heading, { weight: 'Bolder' }, right));
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
    isZoned: all.some(({ isZoned }) => isZoned),
  };
}

/** The other columns of a row, each value with its name. */
function linesOf(columns: readonly ShownColumn[], row: number): RichTextBlock[] {
  if (columns.length === 0) return [];
  const pairs = columns.map(({ heading, cells }) => pairOf(heading, cells[row]?.text ?? ''));
  return [richText(pairs.join('\u00A0· '), { size: 'Small', isSubtle: true }, { spacing: 'None' })];
}

function pairOf(heading: string, value: string): string {
  // Otherwise a line could end with the sign of a number, or within 2024-Q1.
  const pair = `${heading}: ${value.replace(/-(?=[^\s-])/g, '-\u2060')}`;
  return textWidth(pair) <= shortPair ? pair.replaceAll(' ', '\u00A0') : pair;
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
