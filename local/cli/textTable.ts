import type { AnswerTable } from '../../src/answers/answer.ts';
import { createCellFormatter } from '../../src/answers/cellFormatter.ts';
import { alignsRight } from '../../src/answers/columnKind.ts';
import { clipLine, plainText } from '../../src/cards/parts/plainText.ts';

const maxWidth = 40;

/** The first rows of a table as columns of text, one line each. */
export function textTable({ columns, rows }: AnswerTable, maxRows: number): string {
  const shown = columns.map((column, index) => {
    const values = rows.map((row) => row[index] ?? null);
    const format = createCellFormatter(column, values);
    const cells = [column.name, ...values.slice(0, maxRows).map(format)];
    const texts = cells.map((cell) => clipLine(plainText(cell), maxWidth));
    const width = Math.max(...texts.map((text) => text.length));
    return texts.map((text) => (alignsRight(column) ? text.padStart(width) : text.padEnd(width)));
  });
  const lines = Array.from({ length: Math.min(rows.length, maxRows) + 1 }, (_, line) =>
    shown
      .map((texts) => texts[line] ?? '')
      .join('  ')
      .trimEnd(),
  );
  const [header = '', ...rest] = lines;
  return `${[header, '-'.repeat(header.length), ...rest].join('\n')}\n`;
}
