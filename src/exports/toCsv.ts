import { defuseCell } from './defuseCell.ts';
import { createRowCounter } from './rowCounter.ts';
import type { WholeTable } from './wholeTable.ts';

/** Without it, Excel reads UTF-8 as the machine's code page. */
const byteOrderMark = '\uFEFF';

/** More than Genie returns of a result at once. Cells are limited by their text: a comma each at least. */
const limits = { cells: Number.POSITIVE_INFINITY, text: 50_000_000 };

/**
 * A table as CSV (RFC 4180), line by line: a header, CRLF, values as Genie wrote them, NULL as an empty field. Anything
 * that starts like a formula is defused. Otherwise the values are exact, invisible characters included: a file is data
 * for other programs, too.
 *
 * @throws AppError `too-large`
 */
export async function* toCsv({ columns, rows }: WholeTable): AsyncGenerator<string> {
  const header = columns.map(({ name }) => defuseCell(name, { name, type: 'STRING' }));
  yield byteOrderMark + toLine(header);
  const count = createRowCounter(limits);
  for await (const row of rows) {
    count(row);
    yield toLine(columns.map((column, index) => defuseCell(row[index] ?? '', column)));
  }
}

function toLine(cells: readonly string[]): string {
  return `${cells.map(quote).join(',')}\r\n`;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
