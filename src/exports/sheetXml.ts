import { type Cell, createCellWriter, textCell } from './cellWriter.ts';
import { escapeXml } from './escapeXml.ts';
import { createRowCounter } from './rowCounter.ts';
import type { Row, WholeTable } from './wholeTable.ts';
import { type CellStyles, headerStyle } from './workbookParts.ts';

/** In characters. */
const narrowest = 8;
const widest = 60;
/** How many rows are looked at to set the widths and the formats of the columns, which come before the rows. */
const measuredRows = 200;

/** More is slow to make, and to open. */
const limits = { cells: 500_000, text: 25_000_000 };

/** The XML of a sheet, row by row. @throws AppError `too-large` */
export async function* sheetXml(
  { columns, rows }: WholeTable,
  styles: CellStyles,
): AsyncGenerator<string> {
  let writers: ReturnType<typeof createCellWriter>[] = [];
  const names = columns.map(({ name }) => name);
  let written = 0;
  const writeRow = (cells: readonly string[]) => {
    written += 1;
    return `<row r="${written}">${cells.join('')}</row>`;
  };
  const writeValues = (row: Row) =>
    writeRow(writers.map((write, at) => cellXml(at, written + 1, write(row[at] ?? null), styles)));
  const start = function* (first: readonly Row[]) {
    writers = columns.map((column, at) =>
      createCellWriter(
        column,
        first.map((row) => row[at] ?? null),
      ),
    );
    yield sheetStart(columns.map((_, at) => widthOf([names, ...first], at)));
    yield writeRow(
      names.map((name, at) => textXml(referenceOf(at, 1), textCell(name), headerStyle)),
    );
    for (const row of first) yield writeValues(row);
  };

  const first: Row[] = [];
  const count = createRowCounter(limits);
  for await (const row of rows) {
    count(row);
    if (written > 0) yield writeValues(row);
    else if (first.push(row) === measuredRows) yield* start(first);
  }
  if (written === 0) yield* start(first);
  yield '</sheetData></worksheet>';
}

function widthOf(rows: readonly Row[], index: number): number {
  const longest = Math.max(...rows.map((row) => row[index]?.length ?? 0));
  return Math.min(Math.max(longest + 2, narrowest), widest);
}

function sheetStart(widths: readonly number[]): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0">',
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '</sheetView></sheetViews>',
    ...(columns.length > 0 ? ['<cols>', ...columns, '</cols>'] : []),
    '<sheetData>',
  ].join('');
}

function cellXml(column: number, row: number, cell: Cell, styles: CellStyles): string {
  if (cell === null) return '';
  const reference = referenceOf(column, row);
  if (typeof cell === 'string') return textXml(reference, cell);
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  const { value, format } = cell;
  const style = format ? ` s="${styles.of(format)}"` : '';
  const number = typeof value === 'number' ? value : toSerial(value);
  return `<c r="${reference}"${style}><v>${number}</v></c>`;
}

/** Texts stand in their cells: a list that the cells share would have to be kept until the end. */
function textXml(reference: string, text: string, style?: number): string {
  const styled = style === undefined ? '' : ` s="${style}"`;
  return `<c r="${reference}"${styled} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

/** Days since the end of 1899, which is how Excel counts from March 1900 on. */
function toSerial(date: Date): number {
  return (date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;
}

/** `A1`; the column counts from 0. */
function referenceOf(column: number, row: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}
