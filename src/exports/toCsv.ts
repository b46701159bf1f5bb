import { defuseCell } from './defuseCell.ts';
import type { WholeTable } from './wholeTable.ts';

/** Without it, Excel reads UTF-8 as the machine's code page. */
const byteOrderMark = '\uFEFF';

/**
 * A table as CSV (RFC 4180), line by line: a header, CRLF, values as Genie wrote them, NULL as an empty field. Anything
 * that starts like a formula is defused.
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
