import { describe, expect, test } from 'vitest';
import { createFigureFormatter } from '../../../src/answers/figures/figureFormatter.ts';
import type { FigureName } from '../../../src/answers/figures/figureName.ts';
import { aTable, type Cells } from '../aChartTable.ts';

function write(
  value: number,
  { column = 'n', unit }: Partial<FigureName>,
  columns: string,
  rows: Cells[],
  locale?: string,
): string {
  const name = { column, ...(unit && { unit }) };
  return createFigureFormatter({ tables: [aTable(columns, rows)] }, name, locale)(value);
}

describe('a figure in words', () => {
  test.each([
    [
      'like its column',
      'revenue_eur',
      'revenue_eur DECIMAL',
      '1204.50',
      1300,
      'en-US',
      '€1,300.00',
    ],
    [
      'in the reader’s language',
      'revenue_eur',
      'revenue_eur DECIMAL',
      '1204.50',
      1300,
      'de-DE',
      '1.300,00\u00A0€',
    ],
    ['as per cent', 'margin_pct', 'margin_pct DOUBLE', '25.5', 24, 'en-US', '24.0%'],
    ['in full', 'n', 'n BIGINT', '1', 1234567, 'en-US', '1,234,567'],
    ['under zero', 'n', 'n BIGINT', '1', -5, 'en-US', '-5'],
    ['plainly without its column', 'gone', 'n BIGINT', '1', 1234.5, 'en-US', '1,234.5'],
    [
      'plainly in a language that nobody knows',
      'gone',
      'n BIGINT',
      '1',
      1234.5,
      'xx-nonsense-9',
      '1,234.5',
    ],
  ])('is written %s', (_, column, columns, cell, value, locale, text) => {
    const money = aTable(columns, [[cell]]).columns.map((each) =>
      each.type === 'DECIMAL' ? { ...each, scale: 2 } : each,
    );
    const tables = [aTable(columns, [[cell]], { columns: money })];
    expect(createFigureFormatter({ tables }, { column }, locale)(value)).toBe(text);
  });

  test.each([
    ['%', 12.5, '12.5%'],
    ['%', -3, '-3%'],
    ['$', 1204.5, '$1,204.50'],
    ['$', -7, '-$7'],
    ['EUR', 1204, 'EUR 1,204'],
  ])('keeps its unit %s', (unit, value, text) => {
    expect(write(value, { unit }, 'n', [['9%']])).toBe(text);
  });

  test('is a plain number where its column is written in something else now', () => {
    expect(write(0.5, {}, 'n', [['9%']])).toBe('0.5');
  });
});
