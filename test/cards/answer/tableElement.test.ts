import { expect, test } from 'vitest';
import type { AnswerColumn } from '../../../src/answers/answer.ts';
import { tableElement } from '../../../src/cards/answer/tableElement.ts';
import { cardLimitSteps } from '../../../src/cards/parts/cardLimits.ts';
import { aTable } from './anAnswer.ts';

/** How wide the columns of a table with this one row are, in characters. */
function widthsOf(columns: AnswerColumn[], row: string[]): number[] {
  const [limits] = cardLimitSteps;
  const { element } = tableElement(aTable({ columns, rows: [row] }), { limits });
  return element.columns.map(({ width }) => width);
}

test('a short column keeps enough room beside a long one', () => {
  const columns = [
    { name: 'n', type: 'INT' },
    { name: 'note', type: 'STRING' },
  ];
  expect(widthsOf(columns, ['1', 'word '.repeat(20)])).toEqual([8, 20]);
});

test('a number or a time gets enough room, however long it is', () => {
  const columns = [
    { name: 'sum', type: 'DECIMAL' },
    { name: 'at', type: 'TIMESTAMP' },
    { name: 'customer_id', type: 'LONG' },
  ];
  const row = ['1234567890123456789012', '2026-01-01T10:30:45.123456Z', '9223372036854775807'];
  expect(widthsOf(columns, row)).toEqual([29, 26, 19]);
});

test('only as many columns are shown as fit on a phone', () => {
  const columns = ['customer', 'country', 'segment', 'orders', 'revenue', 'cost', 'profit'].map(
    (name) => ({ name, type: 'STRING' }),
  );
  expect(widthsOf(columns, Array(7).fill('Northwind Ltd'))).toHaveLength(5);
});
