import { defuseCell } from './defuseCell.ts';
import type { WholeTable } from './wholeTable.ts';

/** Without it Excel takes UTF-8 for the code page of the machine. */
const byteOrderMark = '\uFEFF';

/**
 * A table as CSV (RFC 4180), line by line: a header, CRLF, values as Genie wrote them, NULL as nothing. What starts like
 * a formula is defused.
 */
export async function* toCsv({ columns, rows }: WholeTable): AsyncGenerator<string> {
  const header = columns.map(({ name }) => defuseCell(name, { name, type: 'STRING' }));
  yield byteOrderMark + toLine(header);
  for await (const row of rows) {
    yield toLine(columns.map((column, index) => defuseCell(row[index] ?? '', column)));
  }
}

function toLine(cells: readonly string[]): string {
  return `${cells.map(quote).join(',')}\r\n`;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
