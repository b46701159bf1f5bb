import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/answers/chart.ts';
import { chooseChart } from '../../src/answers/chooseChart.ts';
import { thinLines } from '../../src/answers/trimChart.ts';
import { aTable, firstOfMonth, rowsOf } from './aChartTable.ts';

describe('what is too much', () => {
  const manyBars = aTable(
    'topic STRING, n INT',
    rowsOf(42, (index) => [`t${index}`, String(100 - index)]),
  );

  test('of 42 bars 29 and the sum of the others are shown, and that is said', () => {
    const chart = chooseChart(manyBars);
    expect(chart?.labels).toHaveLength(30);
    expect(chart?.summedUp).toEqual({ points: 13 });
    expect(chart?.series[0]?.values.at(-1)).toBe('845');
    expect(chart?.notes).toEqual([{ says: 'summed-up', count: 13 }]);
  });

  test('the sum of small numbers has their digits, however they are written', () => {
    const rows = rowsOf(40, (index) => [`t${index}`, `${(9 - index / 10).toFixed(1)}E-4`]);
    const chart = chooseChart(aTable('topic STRING, fees DOUBLE', rows));
    expect(chart?.summedUp).toEqual({ points: 11 });
    expect(chart?.series[0]?.values.at(-1)).toBe('0.00616');
  });

  test.each(['avg_rating', 'aov', 'Conversion %', 'p95_cost', 'customers'])(
    'of what is not surely a sum, as %s, there is none',
    (name) => {
      const columns = [
        { name: 'topic', type: 'STRING' },
        { name, type: 'DOUBLE' },
      ];
      const chart = chooseChart({ ...manyBars, columns });
      expect(chart?.summedUp).toBeUndefined();
      expect(chart?.notes).toEqual([{ says: 'largest', shown: 30, total: 42 }]);
      expect(chooseChart({ ...manyBars, columns }, { wish: 'donut' })).toBeUndefined();
    },
  );

  test('of rows that are not all there, there is no sum either', () => {
    const chart = chooseChart({ ...manyBars, totalRows: 9000, truncated: true });
    expect(chart?.summedUp).toBeUndefined();
    expect(chart?.notes).toEqual([
      { says: 'largest', shown: 30, total: 42 },
      { says: 'returned-rows' },
    ]);
  });

  test('a donut has eight slices at most', () => {
    const chart = chooseChart(manyBars, { wish: 'donut' });
    expect(chart?.labels).toHaveLength(8);
    expect(chart?.summedUp).toEqual({ points: 35 });
  });

  test('bars of a time show the latest', () => {
    const rows = rowsOf(40, (index) => [firstOfMonth(index), '1']);
    const chart = chooseChart(aTable('month DATE, n INT', rows), { wish: 'bar' });
    expect(chart?.labels).toHaveLength(30);
    expect(chart?.labels.at(-1)).toBe(firstOfMonth(39).slice(0, 7));
    expect(chart?.notes).toEqual([{ says: 'latest', shown: 30, total: 40 }]);
  });

  test('long lines are thinned at even distances, and keep their end', () => {
    const rows = rowsOf(100, (index) => [firstOfMonth(index), String(index)]);
    const chart = chooseChart(aTable('month DATE, n INT', rows)) as Chart;
    const thin = thinLines(chart, 40);
    expect(thin.series[0]?.values).toHaveLength(34);
    expect(thin.series[0]?.values.at(-1)).toBe('99');
    expect(thin.times).toHaveLength(34);
    expect(thin.notes).toEqual([{ says: 'evenly-spaced', shown: 34, total: 100 }]);
    expect(thinLines(chart, 100)).toEqual(chart);
  });

  test('nothing is lost in the sums', () => {
    const regions = fc.integer({ min: 2, max: 20 });
    const months = fc.integer({ min: 3, max: 24 });
    fc.assert(
      fc.property(
        regions,
        months,
        fc.infiniteStream(fc.integer({ min: 0, max: 1_000_000 })),
        (width, length, numbers) => {
          const rows = rowsOf(width * length, (index) => [
            firstOfMonth(index % length),
            `r${Math.floor(index / length)}`,
            String((numbers.next().value as number) / 100),
          ]);
          const chart = chooseChart(
            aTable('month DATE, region STRING, revenue DOUBLE', rows),
          ) as Chart;
          expect(chart.series.length).toBeLessThanOrEqual(6);
          const all = rows.reduce((sum, [, , value]) => sum + Number(value), 0);
          const shown = chart.series.flatMap(({ values }) => values);
          expect(shown.reduce((sum, value) => sum + Number(value ?? 0), 0)).toBeCloseTo(all, 4);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('whatever the table, the limits hold and every value is a number', () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.constantFrom('1', '-2.5', '3.3E8', 'NaN', '', '2026-01-01', '2026-13-45', 'x', 'y', 'ü'),
      fc.integer().map(String),
      fc.string(),
    );
    const type = fc.constantFrom(
      'STRING',
      'INT',
      'DOUBLE',
      'DATE',
      'TIMESTAMP',
      'BOOLEAN',
      'STRUCT',
    );
    const columns = fc.array(fc.tuple(fc.constantFrom('a', 'year', 'share', 'avg', 'id'), type), {
      minLength: 1,
      maxLength: 4,
    });
    const tables = fc.tuple(
      columns,
      fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 60 }),
    );
    const wishes = fc.constantFrom(undefined, 'line' as const, 'bar' as const, 'donut' as const);
    fc.assert(
      fc.property(tables, wishes, ([names, rows], wish) => {
        const table = aTable(names.map((name) => name.join(' ')).join(', '), rows);
        const chart = chooseChart(table, { locale: 'en-US', ...(wish && { wish }) });
        if (chart === undefined) return;
        const marks = chart.labels.length * chart.series.length;
        if (chart.kind === 'donut') expect(marks).toBeLessThanOrEqual(8);
        if (chart.kind.endsWith('bar')) expect(marks).toBeLessThanOrEqual(30);
        expect(chart.series.length).toBeLessThanOrEqual(6);
        for (const { values } of chart.series) {
          expect(values).toHaveLength(chart.labels.length);
          for (const value of values)
            if (value !== null) expect(Number.isFinite(Number(value))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
