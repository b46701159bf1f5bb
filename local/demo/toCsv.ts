import type { Column } from './warehouse.ts';

/** CSV as Databricks writes it: a header row, CRLF (RFC 4180), SQL NULL as the word `null`. */
export function toCsv(columns: readonly Column[], rows: readonly (string | null)[][]): string {
  const names = columns.map(({ name }) => name);
  return [names, ...rows]
    .map((row) => `${row.map((value) => quote(value ?? 'null')).join(',')}\r\n`)
    .join('');
}

function quote(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
