import { describe, expect, test } from 'vitest';
import type { AnswerTable } from '../../src/answers/answer.ts';
import { chooseChart } from '../../src/answers/chooseChart.ts';
import { aTable, type Cells, firstOfMonth, rowsOf } from './aChartTable.ts';

const kindOf = (columns: string, rows: Cells[], overrides?: Partial<AnswerTable>) =>
  chooseChart(aTable(columns, rows, overrides))?.kind;

describe('the shape of the data', () => {
  test('a time and a number make a line, in the order of time, with short names in the locale', () => {
    const rows = [
      ['2026-02-01', '2'],
      ['2026-01-01', '1'],
      ['2026-03-01', null],
    ];
    const table = aTable('month DATE, revenue DOUBLE', rows);
    expect(chooseChart(table, { locale: 'en-US' })).toMatchObject({
      kind: 'line',
      category: 'month',
      labels: ['Jan 2026', 'Feb 2026', 'Mar 2026'],
      times: ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
      series: [{ name: 'revenue', values: ['1', '2', null] }],
      notes: [],
    });
    expect(chooseChart(table)?.labels).toEqual(['2026-01', '2026-02', '2026-03']);
  });

  test.each([
    ['years', 'order_year INT', ['2023', '2024', '2025']],
    ['hours', 'hour INT', ['0', '1', '2']],
    ['quarters', 'quarter STRING', ['2025-Q1', '2025-Q2', '2025-Q3']],
    ['timestamps', 'at TIMESTAMP', ['2026-01-01T08:00:00Z', '2026-01-01T09:00:00Z', '2026-01-02']],
  ])('%s are a time, too', (_, column, times) => {
    const rows = times.map((time, index) => [time, String(index)]);
    expect(kindOf(`${column}, n INT`, rows)).toBe('line');
  });

  test('midnights of whatever zone are the days that the table names', () => {
    const rows = [
      ['2026-01-01T00:00:00.000+01:00', '1'],
      ['2026-02-01T00:00:00.000+01:00', '2'],
      ['2026-07-01T00:00:00.000+02:00', '3'],
    ];
    const table = aTable('month TIMESTAMP, revenue INT', rows);
    expect(chooseChart(table, { locale: 'en-US' })).toMatchObject({
      labels: ['Jan 2026', 'Feb 2026', 'Jul 2026'],
      times: ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z'],
    });
    const hours = [...rows, ['2026-07-01T08:00:00.000+02:00', '3']];
    const byHour = chooseChart(aTable('at TIMESTAMP, revenue INT', hours));
    expect(byHour?.times?.[0]).toBe('2025-12-31T23:00:00.000Z');
  });

  test('a category and a number make bars, lying where the names are long', () => {
    const bars = (name: string) =>
      kindOf('product STRING, n INT', [
        [name, '2'],
        ['b', '1'],
      ]);
    expect(bars('Soup')).toBe('bar');
    expect(bars('Sweet Potato Burger')).toBe('horizontal-bar');
    const grouped = [
      ['Sweet Potato Burger', '3', '2'],
      ['Soup', '2', '1'],
    ];
    expect(kindOf('product STRING, revenue INT, cost INT', grouped)).toBe('horizontal-bar');
  });

  test.each([
    [
      'shares that sum up to 100 per cent',
      'segment STRING, share_pct DOUBLE',
      ['60.2', '39.8'],
      {},
    ],
    ['shares that sum up to 1', 'segment STRING, share DOUBLE', ['0.6', '0.4'], {}],
    [
      'what Genie calls a share',
      'segment STRING, revenue INT',
      ['6', '4'],
      { title: 'Share of revenue' },
    ],
  ])('%s make a donut', (_, columns, [a = '', b = ''], overrides) => {
    expect(
      kindOf(
        columns,
        [
          ['A', a],
          ['B', b],
        ],
        overrides,
      ),
    ).toBe('donut');
  });

  test.each([
    [
      'a negative part',
      'segment STRING, revenue INT',
      [
        ['A', '6'],
        ['B', '-4'],
      ],
    ],
    [
      'averages',
      'segment STRING, avg_price INT',
      [
        ['A', '6'],
        ['B', '4'],
      ],
    ],
  ])('%s makes no donut, whatever its title', (_, columns, rows) => {
    expect(kindOf(columns, rows, { title: 'Breakdown' })).toBe('bar');
    expect(chooseChart(aTable(columns, rows), { wish: 'donut' })).toBeUndefined();
  });

  test.each([
    ['nps', 'NPS breakdown by region'],
    ['p95_latency_ms', 'Latency distribution'],
  ])('%s makes no donut, whatever its title', (name, title) => {
    const rows = [
      ['A', '40'],
      ['B', '30'],
    ];
    expect(kindOf(`region STRING, ${name} INT`, rows, { title })).toBe('bar');
  });

  test.each([null, 'Total', 'Grand total', 'ALL'])(
    'a row named %s that sums up the others is no part of the whole',
    (name) => {
      const rows = [
        ['EMEA', '40.1'],
        ['APAC', '30.2'],
        ['AMER', '30'],
        [name, '100.3'],
      ];
      const table = aTable('region STRING, revenue DOUBLE', rows, { title: 'Share of revenue' });
      for (const wish of [undefined, 'donut', 'bar'] as const)
        expect(chooseChart(table, wish && { wish })).toMatchObject({
          kind: wish ?? 'donut',
          labels: ['EMEA', 'APAC', 'AMER'],
          notes: [{ says: 'without-total' }],
        });
    },
  );

  test.each([
    ['a part as large as all others', 'Top', '100'],
    ['what has no name and sums up nothing', null, '90'],
    ['a total of something else', 'Total', '90'],
  ])('%s is drawn', (_, name, value) => {
    const rows = [
      ['EMEA', '60'],
      [name, value],
      ['APAC', '40'],
    ];
    const chart = chooseChart(aTable('region STRING, revenue INT', rows));
    expect(chart).toMatchObject({ labels: ['EMEA', name ?? '–', 'APAC'], notes: [] });
  });

  test('shares with their total are still shares', () => {
    const rows = [
      ['A', '60'],
      ['B', '40'],
      ['Total', '100'],
    ];
    expect(kindOf('segment STRING, share_pct DOUBLE', rows)).toBe('donut');
  });

  test('a few customers make a donut if someone asks for one', () => {
    const rows = [
      ['Enterprise', '40'],
      ['Consumer', '30'],
    ];
    const table = aTable('segment STRING, customers INT', rows);
    expect(chooseChart(table, { wish: 'donut' })?.kind).toBe('donut');
  });

  test('a time, a category and a number make a line for each category', () => {
    const rows = rowsOf(8, (index) => [firstOfMonth(index % 4), index < 4 ? 'EMEA' : 'APAC', '1']);
    const chart = chooseChart(aTable('month DATE, region STRING, revenue INT', rows));
    expect(chart).toMatchObject({ kind: 'line', series: [{ name: 'EMEA' }, { name: 'APAC' }] });
    expect(chart?.labels).toHaveLength(4);
  });

  test('years and months make a line for each year', () => {
    const rows = rowsOf(24, (index) => [
      String(2024 + Math.floor(index / 12)),
      String((index % 12) + 1),
      '1',
    ]);
    const chart = chooseChart(aTable('year INT, month INT, revenue INT', rows));
    expect(chart).toMatchObject({
      category: 'month',
      series: [{ name: '2024' }, { name: '2025' }],
    });
    expect(chart?.labels.at(-1)).toBe('12');
  });

  test('several numbers share a chart only where they are of one size', () => {
    const rows = [
      ['A', '900', '500', '3', '41.5'],
      ['B', '800', '600', '2', '40.5'],
    ];
    const chart = chooseChart(
      aTable('region STRING, revenue INT, profit INT, orders INT, margin_pct DOUBLE', rows),
    );
    expect(chart?.series.map(({ name }) => name)).toEqual(['revenue', 'profit']);
    expect(chart?.notes).toEqual([{ says: 'more-numbers' }]);
  });

  test.each([
    ['revenue_usd DOUBLE, orders INT', ['revenue_usd']],
    ['units INT, unit_cost DOUBLE', ['units']],
    ['revenue DOUBLE, aov DOUBLE', ['revenue']],
    ['revenue DOUBLE, target DOUBLE', ['revenue', 'target']],
    ['min_price_eur DOUBLE, max_price_eur DOUBLE', ['min_price_eur', 'max_price_eur']],
  ])('of %s those of one unit share a chart', (columns, drawn) => {
    const rows = [
      ['A', '400', '90'],
      ['B', '300', '80'],
    ];
    const chart = chooseChart(aTable(`product STRING, ${columns}`, rows));
    expect(chart?.series.map(({ name }) => name)).toEqual(drawn);
  });

  test('visits by device are numbers of one kind', () => {
    const rows = [
      ['US', '500', '900'],
      ['DE', '400', '700'],
    ];
    const chart = chooseChart(aTable('country STRING, visits LONG, mobile_visits LONG', rows));
    expect(chart?.series.map(({ name }) => name)).toEqual(['visits', 'mobile_visits']);
  });

  test('the number that the rows are sorted by is the one that counts', () => {
    const rows = [
      ['A', '2', '900'],
      ['B', '9', '800'],
      ['C', '5', '100'],
    ];
    const chart = chooseChart(aTable('product STRING, orders INT, revenue INT', rows));
    expect(chart?.series.map(({ name }) => name)).toEqual(['revenue']);
  });

  test('a number that would dwarf it stays in the table', () => {
    const rows = [
      ['A', '9', '900'],
      ['B', '5', '100'],
      ['C', '2', '800'],
    ];
    const chart = chooseChart(aTable('product STRING, orders INT, revenue INT', rows));
    expect(chart?.series.map(({ name }) => name)).toEqual(['orders']);
  });

  test('a product’s id does not stand in the way of its name', () => {
    const rows = [
      ['7', 'Soup', '3'],
      ['8', 'Cake', '2'],
    ];
    expect(chooseChart(aTable('product_id INT, product STRING, n INT', rows))?.category).toBe(
      'product',
    );
  });

  const customers = [
    ['Acme', '2026-10-03', '90000'],
    ['Bolt', '2026-08-21', '70000'],
    ['Cora', '2026-11-01', '55000'],
    ['Dune', '2026-02-14', '20000'],
  ];

  test('a date that the rows do not run with leaves the points their names', () => {
    const table = aTable('customer STRING, last_order_date DATE, revenue DECIMAL', customers);
    expect(chooseChart(table)).toMatchObject({
      kind: 'bar',
      category: 'customer',
      labels: ['Acme', 'Bolt', 'Cora', 'Dune'],
    });
  });

  test('rows in the order of their dates, the latest first as well, are a course over time', () => {
    const byDate = customers.toSorted((one, other) => ((one[1] ?? '') < (other[1] ?? '') ? 1 : -1));
    for (const rows of [byDate, byDate.toReversed()]) {
      const table = aTable('release STRING, released_on DATE, downloads INT', rows);
      expect(chooseChart(table)).toMatchObject({ kind: 'line', category: 'released_on' });
    }
  });

  test.each<[string, string, Cells[]]>([
    ['one number', 'n INT', [['1']]],
    ['one row', 'a STRING, n INT', [['x', '1']]],
    [
      'only texts',
      'a STRING, b STRING',
      [
        ['x', 'y'],
        ['z', 'y'],
      ],
    ],
    [
      'only numbers',
      'a DOUBLE, b DOUBLE',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'names that come twice',
      'a STRING, n INT',
      [
        ['x', '1'],
        ['x', '2'],
      ],
    ],
    [
      'a single number among NULLs',
      'a STRING, n INT',
      [
        ['x', '1'],
        ['y', null],
      ],
    ],
    [
      'ranks',
      'a STRING, rank INT',
      [
        ['x', '1'],
        ['y', '2'],
      ],
    ],
    [
      'NaN',
      'a STRING, n DOUBLE',
      [
        ['x', 'NaN'],
        ['y', 'Infinity'],
      ],
    ],
    [
      'many properties',
      'id INT, day DATE, name STRING, city STRING, n INT',
      [
        ['1', '2026-01-01', 'x', 'p', '1'],
        ['2', '2026-01-02', 'y', 'q', '2'],
      ],
    ],
  ])('%s make no chart', (_, columns, rows) => {
    expect(kindOf(columns, rows)).toBeUndefined();
  });
});
