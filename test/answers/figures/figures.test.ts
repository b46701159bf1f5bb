import { describe, expect, test } from 'vitest';
import type { AnswerTable } from '../../../src/answers/answer.ts';
import { listFigures } from '../../../src/answers/figures/listFigures.ts';
import { readFigure } from '../../../src/answers/figures/readFigure.ts';
import { readTextAnswer } from '../../../src/answers/readTextAnswer.ts';
import { aTable, type Cells, rowsOf } from '../aChartTable.ts';

const byRegion = aTable('region, revenue DECIMAL, orders BIGINT', [
  ['Europe', '1204.50', '12'],
  ['Asia', '99', '3'],
]);
const read = (name: { column: string; row?: string; unit?: string }, ...tables: AnswerTable[]) =>
  readFigure({ tables }, name);
const list = (...tables: AnswerTable[]) => listFigures({ tables }, { most: 50 });
const namesIn = (...tables: AnswerTable[]) => list(...tables).map(({ name }) => name);
const one = (type: string, cell: string | null) =>
  read({ column: 'n' }, aTable(`n ${type}`, [[cell]]));

describe('a figure', () => {
  test('is found by its column and the label of its row', () => {
    expect(read({ column: 'revenue', row: 'Europe' }, byRegion)).toEqual({ value: 1204.5 });
    expect(read({ column: 'orders', row: 'Asia' }, byRegion)).toEqual({ value: 3 });
  });

  test('needs no label where the table has one row', () => {
    expect(
      read({ column: 'revenue' }, aTable('day DATE, revenue DOUBLE', [['2026-11-27', '5']])),
    ).toEqual({
      value: 5,
    });
  });

  test.each([
    [
      'columns and rows in another order',
      'orders BIGINT, revenue DECIMAL, region',
      ['12', '7', 'Europe'],
    ],
    ['another text before the label', 'manager, region, revenue DECIMAL', ['Ada', 'Europe', '7']],
    ['the name of its column in capitals', 'region, REVENUE DECIMAL', ['Europe', '7']],
    ['a label with blanks around it', 'region, revenue DECIMAL', [' Europe ', '7']],
    ['a label in other capitals', 'region, revenue DECIMAL', ['EUROPE', '7']],
  ])('is found with %s', (_, columns, row) => {
    const other = row.map((cell) => (/^\d+$/.test(cell) ? '1' : 'Asia'));
    expect(read({ column: 'revenue', row: 'Europe' }, aTable(columns, [other, row]))).toEqual({
      value: 7,
    });
  });

  test('is found where its column is written with blanks instead of underscores', () => {
    const columns = [{ name: 'Total Revenue', type: 'DOUBLE' }];
    expect(read({ column: 'total_revenue' }, aTable('', [['7']], { columns }))).toEqual({
      value: 7,
    });
  });

  test('is the one that is written the same if another differs by capitals alone', () => {
    const table = aTable('team, n INT', [
      ['IT', '1'],
      ['it', '2'],
    ]);
    expect(read({ column: 'n', row: 'it' }, table)).toEqual({ value: 2 });
    expect(read({ column: 'n', row: 'It' }, table)).toEqual({ missing: 'row' });
  });

  test.each([
    ['its column was renamed', 'region, income DECIMAL', [['Europe', '7']], 'column'],
    [
      'its column is there twice',
      'region, revenue INT, revenue INT',
      [['Europe', '7', '8']],
      'column',
    ],
    [
      'its row is gone',
      'region, revenue INT',
      [
        ['Asia', '7'],
        ['Africa', '7'],
      ],
      'row',
    ],
    [
      'its row is there twice',
      'region, revenue INT',
      [
        ['Europe', '7'],
        ['Europe', '8'],
      ],
      'row',
    ],
    [
      'the rows have been split',
      'region, product, revenue INT',
      [
        ['Europe', 'a', '7'],
        ['Europe', 'b', '8'],
      ],
      'row',
    ],
    ['there are no rows', 'region, revenue INT', [], 'row'],
    ['the labels are gone', 'revenue INT', [['7']], 'row'],
    ['its cell is NULL', 'region, revenue INT', [['Europe', null]], 'number'],
    ['its cell holds words', 'region, revenue', [['Europe', 'a lot']], 'number'],
  ])('is missed, not guessed, when %s', (_, columns, rows, missing) => {
    expect(read({ column: 'revenue', row: 'Europe' }, aTable(columns, rows as Cells[]))).toEqual({
      missing,
    });
  });

  test.each([
    ['has more rows', [['5'], ['6']], {}],
    ['has rows that were not read', [['5']], { totalRows: 2 }],
    ['has an end that nobody knows', [['5']], { truncated: true }],
    ['has no rows', [], {}],
  ])('without a label is missed when the table %s', (_, rows, about) => {
    expect(read({ column: 'n' }, aTable('n INT', rows as Cells[], about))).toEqual({
      missing: 'row',
    });
  });

  test('is missed when no table could be read', () => {
    expect(read({ column: 'n' })).toEqual({ missing: 'table' });
    expect(read({ column: 'n' }, aTable('n INT', [], { error: 'failed' }))).toEqual({
      missing: 'table',
    });
    expect(read({ column: 'n' }, aTable('', [], { columns: [] }))).toEqual({ missing: 'table' });
  });

  test('is found in whichever table has it', () => {
    const total = aTable('revenue DECIMAL', [['1303.50']]);
    expect(read({ column: 'revenue' }, byRegion, total)).toEqual({ value: 1303.5 });
    expect(read({ column: 'revenue', row: 'Asia' }, total, byRegion)).toEqual({ value: 99 });
  });

  test('is missed when two tables have it', () => {
    expect(read({ column: 'revenue', row: 'Asia' }, byRegion, byRegion)).toEqual({
      missing: 'row',
    });
    const total = aTable('n INT', [['1']]);
    expect(read({ column: 'n' }, total, total)).toEqual({ missing: 'column' });
  });

  test('is found in a row without a name, as a total has, if there is one', () => {
    const total = aTable('region, revenue INT', [
      ['Asia', '1'],
      [null, '3'],
    ]);
    expect(read({ column: 'revenue', row: '' }, total)).toEqual({ value: 3 });
    expect(read({ column: 'revenue', row: '' }, byRegion)).toEqual({ missing: 'row' });
    const manager = aTable('region, manager, revenue INT', [
      ['Asia', null, '1'],
      ['Europe', 'Ada', '3'],
    ]);
    expect(read({ column: 'revenue', row: '' }, manager)).toEqual({ missing: 'row' });
  });

  test.each([
    ['INT', '-7', -7],
    ['DOUBLE', '1.0423E4', 10_423],
    ['DOUBLE', '5.0E-4', 0.0005],
    ['DECIMAL', '123456789012345678901234567890.12', 1.2345678901234568e29],
    ['DECIMAL', '0.00', 0],
    ['STRING', '1,204.50', 1204.5],
    ['STRING', '1.204,50', 1204.5],
    ['STRING', '42', 42],
    ['INT', '2026', 2026],
  ])('of type %s reads %s', (type, cell, value) => {
    expect(one(type, cell)).toEqual({ value });
  });

  test.each([
    ['DOUBLE', 'NaN'],
    ['DOUBLE', 'Infinity'],
    ['DOUBLE', '-Infinity'],
    ['DECIMAL', '1e400'],
    ['INT', ''],
    ['INT', ' '],
    ['INT', '0x10'],
    ['STRING', '1.204'],
    ['STRING', '007'],
    ['STRING', '03/04/2026'],
    ['STRING', '$3M'],
    ['DATE', '2026-11-27'],
    ['BOOLEAN', 'true'],
  ])('of type %s is no number in %j', (type, cell) => {
    expect(one(type, cell)).toEqual({ missing: 'number' });
  });

  test.each([
    ['12.5%', '%', 12.5],
    ['$1,204.50', '$', 1204.5],
    ['-$1,204', '$', -1204],
    ['1.204,50 €', '€', 1204.5],
    ['EUR 99.90', 'EUR', 99.9],
  ])('that is written %s is read in its unit alone', (cell, unit, value) => {
    const table = aTable('n', [[cell]]);
    expect(read({ column: 'n', unit }, table)).toEqual({ value });
    expect(read({ column: 'n' }, table)).toEqual({ missing: 'number' });
    expect(read({ column: 'n', unit: 'GBP' }, table)).toEqual({ missing: 'number' });
    expect(read({ column: 'n', unit }, aTable('n DOUBLE', [['0.125']]))).toEqual({
      missing: 'number',
    });
  });

  test('is read from a table in a text', () => {
    const { tables } = readTextAnswer({
      text: 'Here:\n\n| Region | Revenue |\n|---|---|\n| **Europe** | $1,204.50 |\n| Asia | $99.00 |\n',
    });
    expect(read({ column: 'Revenue', row: 'Europe', unit: '$' }, ...tables)).toEqual({
      value: 1204.5,
    });
  });
});

describe('the figures to choose from', () => {
  test('are those with a name of their own, by row and column', () => {
    expect(list(byRegion)).toEqual([
      {
        key: expect.any(String),
        name: { column: 'revenue', row: 'Europe' },
        value: 1204.5,
        label: 'Europe',
      },
      {
        key: expect.any(String),
        name: { column: 'orders', row: 'Europe' },
        value: 12,
        label: 'Europe',
      },
      {
        key: expect.any(String),
        name: { column: 'revenue', row: 'Asia' },
        value: 99,
        label: 'Asia',
      },
      { key: expect.any(String), name: { column: 'orders', row: 'Asia' }, value: 3, label: 'Asia' },
    ]);
  });

  test('have keys that follow from their names alone', () => {
    const keys = list(byRegion).map(({ key }) => key);
    expect(new Set(keys).size).toBe(4);
    expect(keys.every((key) => /^[0-9a-f]{16}$/.test(key))).toBe(true);
    const tomorrow = {
      ...byRegion,
      rows: byRegion.rows.map(([name, ...rest]) => [name ?? null, ...rest.map(() => '1')]),
    };
    expect(list(tomorrow).map(({ key }) => key)).toEqual(keys);
  });

  test('have no row where there is one', () => {
    expect(namesIn(aTable('region, revenue INT', [['Asia', '1']]))).toEqual([
      { column: 'revenue' },
    ]);
  });

  test('say the unit that they are written in', () => {
    expect(namesIn(aTable('share', [['12%']]))).toEqual([{ column: 'share', unit: '%' }]);
  });

  test('leave out labels, columns and tables that are there twice', () => {
    const twice = aTable('region, n INT', [
      ['Asia', '1'],
      ['Asia', '2'],
      ['Europe', '3'],
    ]);
    expect(namesIn(twice)).toEqual([{ column: 'n', row: 'Europe' }]);
    expect(namesIn(aTable('n INT, n INT, m INT', [['1', '2', '3']]))).toEqual([{ column: 'm' }]);
    expect(namesIn(byRegion, byRegion)).toEqual([]);
  });

  test('leave out what is no amount', () => {
    const table = aTable('customer_id BIGINT, day DATE, active BOOLEAN, n INT', [
      ['10115', '2026-11-27', 'true', '5'],
    ]);
    expect(namesIn(table)).toEqual([{ column: 'n' }]);
  });

  test('leave out cells without a number', () => {
    const table = aTable('region, n DOUBLE', [
      ['Asia', null],
      ['Europe', 'NaN'],
      ['Africa', '3'],
    ]);
    expect(namesIn(table)).toEqual([{ column: 'n', row: 'Africa' }]);
  });

  test('leave out rows that nothing tells apart', () => {
    expect(
      list(
        aTable('n INT, m INT', [
          ['1', '2'],
          ['3', '4'],
        ]),
      ),
    ).toEqual([]);
  });

  test('leave out names that are texts', () => {
    const long = 'x'.repeat(201);
    expect(
      namesIn(
        aTable(`team, n INT, ${long} INT`, [
          ['a', '1', '2'],
          [long, '3', '4'],
        ]),
      ),
    ).toEqual([{ column: 'n', row: 'a' }]);
  });

  test('write the labels for people', () => {
    const table = aTable('month DATE, n INT', [
      ['2026-11-01', '1'],
      ['2026-10-01', '2'],
    ]);
    const figures = listFigures({ tables: [table] }, { most: 1, locale: 'en-US' });
    expect(figures).toMatchObject([{ name: { row: '2026-11-01' }, label: 'Nov 1, 2026' }]);
  });

  test('are no more than wanted, and quickly found in a large table', () => {
    const large = aTable(
      'a, b, n INT',
      rowsOf(5_000, (at) => [`x${at % 2_500}`, `y${at}`, `${at}`]),
    );
    const start = performance.now();
    expect(list(large)).toEqual([]);
    expect(
      list(
        aTable(
          'a, n INT',
          rowsOf(5_000, (at) => [`x${at}`, `${at}`]),
        ),
      ),
    ).toHaveLength(50);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('can each be read again', () => {
    const tables = [byRegion, aTable('share, total', [['12.5%', '€1,204.50']])];
    for (const { name, value } of list(...tables)) {
      expect(readFigure({ tables }, name)).toEqual({ value });
    }
    expect(list(...tables)).toHaveLength(6);
  });
});
