import { describe, expect, it } from 'vitest';
import { chooseChart } from '../../src/answers/chooseChart.ts';
import { readTextAnswer } from '../../src/answers/readTextAnswer.ts';
import { createCellWriter } from '../../src/exports/cellWriter.ts';
import { defuseCell } from '../../src/exports/defuseCell.ts';

/** The table of a text with these cells beside a name. */
function tableOf(...cells: string[]) {
  const rows = cells.map((cell, at) => `| ${'abcdefg'[at]} | ${cell} |`);
  const [table] = readTextAnswer({ text: ['|Name|Sales|', '|-|-|', ...rows].join('\n') }).tables;
  if (table === undefined) throw new Error('No table');
  return table;
}
const drawn = (...cells: string[]) => chooseChart(tableOf(...cells))?.series[0];

describe('the chart of a table in a text', () => {
  it.each([
    ['plain numbers', ['30', '20', '10'], ['30', '20', '10']],
    ['English thousands', ['1,234.5', '900', '-3'], ['1234.5', '900', '-3']],
    ['German thousands', ['1.234,5', '900', '-3'], ['1234.5', '900', '-3']],
    ['money', ['$1,204', '$300', '-$7'], ['1204', '300', '-7']],
    ['percentages', ['12.5 %', '3 %', '+4 %'], ['12.5', '3', '4']],
    ['blanks and minus signs', ['1 234', '56', '−7'], ['1234', '56', '-7']],
    ['gaps', ['$1,204', '', '$7', 'N/A'], ['1204', null, '7', null]],
  ])('draws %s', (_, cells, values) => {
    expect(drawn(...cells)?.values).toEqual(values);
  });

  it('names the unit', () => {
    expect(drawn('$3', '$2', '$1')?.name).toBe('Sales ($)');
  });

  it.each([
    ['could be a little or a lot', ['1,234', '2,345', '3,456']],
    ['is short for more', ['$3M', '$2M', '$1M']],
    ['has several units', ['$3', '€2', '£1']],
    ['contradicts itself', ['1,234.5', '1.234,5', '1']],
  ])('draws nothing that %s', (_, cells) => {
    expect(drawn(...cells)).toBeUndefined();
  });
});

describe('the file of a table in a text', () => {
  it.each(['$1,204.50', '-12.5 %', '+3 %', '1.204,5', '-1 204'])(
    'has %s as it was written',
    (cell) => {
      const table = tableOf(cell, cell);
      const [, column] = table.columns;
      if (column === undefined) throw new Error('No column');
      expect(table.rows[0]?.[1]).toBe(cell);
      expect(defuseCell(cell, column)).toBe(cell);
      expect(createCellWriter(column, [cell])(cell)).toBe(cell);
    },
  );

  it('has no formulas', () => {
    const [, column] = tableOf('=1+1', '-2').columns;
    if (column === undefined) throw new Error('No column');
    expect(defuseCell('=1+1', column)).toBe("'=1+1");
    const [, money] = tableOf('$1', '$2').columns;
    if (money === undefined) throw new Error('No column');
    expect(defuseCell("-cmd|' /C calc'!A0", money)).toBe("'-cmd|' /C calc'!A0");
  });
});
