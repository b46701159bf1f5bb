import { describe, expect, it } from 'vitest';
import { createCellFormatter } from '../../src/answers/cellFormatter.ts';
import { chooseChart } from '../../src/answers/chooseChart.ts';
import { aTable, type Cells, rowsOf } from './aChartTable.ts';

const orders: Cells[] = [
  ['4110656', '1998-08-02', '1204.50'],
  ['3043270', '1998-08-01', '999.00'],
  ['5000001', '1998-07-31', '15.00'],
  ['2000003', '1998-07-30', '88.20'],
];

describe('keys', () => {
  it.each(['o_orderkey', 'orderid', 'Auftragsnummer', 'no_commande', '注文番号', 'ss_item_sk'])(
    'are never drawn, and what stands beside them is: %s',
    (key) => {
      const chart = chooseChart(
        aTable(`${key} LONG, o_orderdate DATE, o_totalprice DECIMAL`, orders),
      );
      expect(chart).toMatchObject({ kind: 'line', category: 'o_orderdate' });
      expect(chart?.series.map(({ name }) => name)).toEqual(['o_totalprice']);
    },
  );

  it('make no chart with nothing else', () => {
    const rows = [
      ['A', '4711001'],
      ['B', '4711017'],
    ];
    expect(chooseChart(aTable('name STRING, kundennr INT', rows))).toBeUndefined();
  });
});

describe('years', () => {
  it.each([
    'year',
    'Jahr',
    'fy',
    'orderyear',
    'año',
    'année',
    'anno',
    'ano',
    '年',
    'Geschäftsjahr',
    'season',
  ])('are the x axis of a line: %s', (name) => {
    const rows = rowsOf(4, (index) => [String(2020 + index), String(1000 * (index + 3))]);
    expect(chooseChart(aTable(`${name} INT, Umsatz INT`, rows))).toMatchObject({
      kind: 'line',
      category: name,
      labels: ['2020', '2021', '2022', '2023'],
    });
  });

  it('part the months of several years', () => {
    const rows = rowsOf(24, (index) => [
      String(2023 + Math.floor(index / 12)),
      String((index % 12) + 1),
      '1',
    ]);
    const chart = chooseChart(aTable('Jahr INT, Monat INT, Umsatz INT', rows));
    expect(chart).toMatchObject({
      category: 'Monat',
      series: [{ name: '2023' }, { name: '2024' }],
    });
  });
});

describe('amounts with a period in their name', () => {
  it.each(['population_year_2020', 'headcount_year_end', 'active_users_month', 'Umsatz_Vorjahr'])(
    'are drawn: %s',
    (name) => {
      const rows = [
        ['A', '20200'],
        ['B', '9100'],
      ];
      const chart = chooseChart(aTable(`region STRING, ${name} INT`, rows));
      expect(chart?.series.map((each) => each.name)).toEqual([name]);
    },
  );
});

describe('a single number', () => {
  it.each([
    ['customerid', '4711001', '4711001'],
    ['Kundennummer', '4711001', '4711001'],
    ['Jahr', '2024', '2024'],
    ['fy', '2024', '2024'],
    ['Umsatz', '4711001', '4.711.001'],
    ['population_year_2020', '4711001', '4.711.001'],
  ])('is written as what it is: %s %s', (name, value, written) => {
    expect(createCellFormatter({ name, type: 'LONG' }, [value], 'de-DE')(value)).toBe(written);
  });
});
