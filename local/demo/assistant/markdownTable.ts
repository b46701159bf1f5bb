import { escapeMarkdown } from '../answer/markdown.ts';
import type { Column } from '../warehouse.ts';

/** More is no answer to read. */
const mostRows = 20;

/** Rows as a table of GitHub's Markdown. Numbers are aligned to the right. */
export function markdownTable(
  columns: readonly Column[],
  rows: readonly (readonly (string | null)[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const isNumber = ({ type }: Column) => /^(?:DECIMAL|DOUBLE|BIGINT|INT)/.test(type);
  return [
    line(columns.map(({ name }) => escapeMarkdown(name))),
    line(columns.map((column) => (isNumber(column) ? '---:' : '---'))),
    ...rows.slice(0, mostRows).map((row) => line(row.map((value) => escapeMarkdown(value ?? '')))),
  ].join('\n');
}
