import type { Cell } from 'write-excel-file/node';
import { AppError } from '../common/errors.ts';
import { createCellWriter, textCell } from './cellWriter.ts';
import type { Row, WholeTable } from './wholeTable.ts';

/** The whole workbook is in memory until it is sent, at about 600 bytes a cell. */
const maxCells = 500_000;

/** In characters. */
const narrowest = 8;
const widest = 60;
/** How many rows are looked at to set the column widths. */
const measuredRows = 200;

/**
 * A table as an Excel workbook (.xlsx) of one sheet, with a bold header that stays visible. Numbers, dates and times
 * are stored as such if nothing is lost.
 *
 * @throws AppError `too-large`
 */
export async function toWorkbook({ columns, rows }: WholeTable): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const writers = columns.map(createCellWriter);
  const header = columns.map(({ name }): Cell => ({ value: textCell(name), fontWeight: 'bold' }));
  const cells = [header];
  const measured: Row[] = [columns.map(({ name }) => name)];
  for await (const row of rows) {
    if (cells.length * columns.length > maxCells) {
      throw new AppError('too-large', `The table has more than ${maxCells} cells`);
    }
    if (measured.length < measuredRows) measured.push(row);
    cells.push(writers.map((write, index) => write(row[index] ?? null)));
  }
  const widths = columns.map((_, index) => ({ width: widthOf(measured, index) }));
  return writeExcelFile(cells, { sheet: 'Result', stickyRowsCount: 1, columns: widths }).toBuffer();
}

function widthOf(rows: readonly Row[], index: number): number {
  const longest = Math.max(...rows.map((row) => row[index]?.length ?? 0));
  return Math.min(Math.max(longest + 2, narrowest), widest);
}
