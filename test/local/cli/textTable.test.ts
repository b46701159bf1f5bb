import { expect, it } from 'vitest';
import { textTable } from '../../../local/cli/textTable.ts';
import type { AnswerTable } from '../../../src/answers/answer.ts';

const table: AnswerTable = {
  attachmentId: 'a',
  sql: '',
  thoughts: [],
  truncated: false,
  totalRows: 3,
  columns: [
    { name: 'name', type: 'STRING' },
    { name: 'sum', type: 'DECIMAL', scale: 2 },
  ],
  rows: [
    ['Kale', '1234.50'],
    [null, '-7.00'],
    [`\u001b[31m${'x'.repeat(90)}`, '0.10'],
  ],
};

it('a text table lines up texts on the left and numbers on the right', () => {
  expect(textTable(table, 2)).toBe(
    `name       sum
--------------
Kale  1,234.50
–        -7.00
`,
  );
});

it('a text table cuts long cells, and lets no terminal command through', () => {
  const text = textTable(table, 3);
  expect(text).not.toContain('\u001b');
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(60);
});
