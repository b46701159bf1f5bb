import { createCellFormatter } from './cellFormatter.ts';
import type { Chart, ChartSeries } from './chart.ts';
import { areComparable, type ChartColumn, type ChartShape, isNumber } from './chartShape.ts';
import { compareTimes, toTimes, writeDates } from './periods.ts';

/** The part of a chart that is trimmed to stay readable: one value for each point in each series. */
export type ChartGrid = Pick<Chart, 'labels' | 'times' | 'series'>;

/**
 * Arranges a table's numbers by point and series. Points in time are sorted; rows without a time are left out.
 *
 * @param locale a BCP 47 tag, for the names of the points
 */
export function arrangeChart({ x, split, measures }: ChartShape, locale?: string): ChartGrid {
  const [primary] = measures;
  const rowsOf = Map.groupBy(x.cells.keys(), (row) => x.cells[row] ?? null);
  const points = [...rowsOf.keys()].filter((cell) => x.time === undefined || cell !== null);
  if (x.time !== undefined) points.sort(compareTimes);
  const rows = points.map((point) => rowsOf.get(point) ?? []);
  const dates = x.time === 'date' ? toTimes(points.map((point) => point ?? '')) : undefined;
  const written = points.map(createCellFormatter(x.column, x.cells, locale));
  return {
    labels: dates ? writeDates(dates, locale) : written,
    ...(dates && { times: dates }),
    series: split
      ? splitSeries(split, primary, rows, locale)
      : measures
          .filter((measure) => areComparable(measure, primary))
          .map((measure) => ({
            name: measure.column.name,
            column: measure.column,
            values: rows.map(([row]) => valueAt(measure, row)),
          })),
  };
}

function splitSeries(
  split: ChartColumn,
  measure: ChartColumn,
  rows: readonly number[][],
  locale: string | undefined,
): ChartSeries[] {
  const format = createCellFormatter(split.column, split.cells, locale);
  return [...new Set(split.cells)].map((name) => ({
    name: format(name),
    column: measure.column,
    values: rows.map((ofPoint) =>
      valueAt(
        measure,
        ofPoint.find((row) => split.cells[row] === name),
      ),
    ),
  }));
}

/** The grid with only those points whose place `isKept`. */
export function pickPoints(grid: ChartGrid, isKept: (index: number) => boolean): ChartGrid {
  const pick = <T>(list: readonly T[]) => list.filter((_, index) => isKept(index));
  return {
    labels: pick(grid.labels),
    ...(grid.times && { times: pick(grid.times) }),
    series: grid.series.map((each) => ({ ...each, values: pick(each.values) })),
  };
}

function valueAt({ cells }: ChartColumn, row: number | undefined): string | null {
  const cell = row === undefined ? null : (cells[row] ?? null);
  return isNumber(cell) ? cell : null;
}
