import type { Chart, ChartNote, ChartSeries } from './chart.ts';
import { type ChartGrid, pickPoints } from './chartGrid.ts';

export interface Trimmed extends Pick<Chart, 'summedUp'> {
  grid: ChartGrid;
  notes: ChartNote[];
}

/** The name of a sum, until its reader is known. */
const unnamed = '';

/** Keeps the `max` largest series; the last one is the sum of all others if adding them makes sense. */
export function trimSeries(grid: ChartGrid, max: number, summable: boolean): Trimmed {
  const { series } = grid;
  if (series.length <= max) return { grid, notes: [] };
  const sizes = series.map(({ values }) => sizeOf(values));
  const kept = largestOf(sizes, summable ? max - 1 : max);
  const shown = series.filter((_, index) => kept.has(index));
  const rest = series.filter((_, index) => !kept.has(index));
  const [first] = rest;
  if (!summable || first === undefined)
    return { grid: { ...grid, series: shown }, notes: [largest(max, series.length)] };
  const other: ChartSeries = {
    name: unnamed,
    column: first.column,
    values: grid.labels.map((_, point) => addUp(rest.map(({ values }) => values[point] ?? null))),
  };
  return { grid: { ...grid, series: [...shown, other] }, ...summed('series', rest.length) };
}

/** Keeps the `max` largest points; the last one is the sum of all others if adding them makes sense. */
export function trimPoints(grid: ChartGrid, max: number, summable: boolean): Trimmed {
  const count = grid.labels.length;
  if (count <= max) return { grid, notes: [] };
  const sizes = grid.labels.map((_, point) =>
    sizeOf(grid.series.map(({ values }) => values[point] ?? null)),
  );
  const kept = largestOf(sizes, summable ? max - 1 : max);
  const { labels, series } = pickPoints(grid, (index) => kept.has(index));
  if (!summable) return { grid: { labels, series }, notes: [largest(max, count)] };
  const rest = pickPoints(grid, (index) => !kept.has(index)).series;
  const withSum = series.map((each, index) => ({
    ...each,
    values: [...each.values, addUp(rest[index]?.values ?? [])],
  }));
  const others = count - kept.size;
  return {
    grid: { labels: [...labels, unnamed], series: withSum },
    ...summed('points', others),
  };
}

/** Keeps the last `max` points in time. */
export function keepLatest(grid: ChartGrid, max: number): Trimmed {
  const count = grid.labels.length;
  if (count <= max) return { grid, notes: [] };
  return {
    grid: pickPoints(grid, (index) => index >= count - max),
    notes: [{ says: 'latest', shown: max, total: count }],
  };
}

/** The chart with every n-th point of its lines, including the last, so that all lines together have at most `max`. */
export function thinLines(chart: Chart, max: number): Chart {
  const count = chart.labels.length;
  const step = Math.ceil(count / Math.max(2, Math.floor(max / chart.series.length)));
  if (chart.kind !== 'line' || step <= 1) return chart;
  return {
    ...chart,
    ...pickPoints(chart, (index) => (count - 1 - index) % step === 0),
    notes: [
      ...chart.notes,
      { says: 'evenly-spaced', shown: Math.ceil(count / step), total: count },
    ],
  };
}

/** The places of the `count` largest sizes. */
function largestOf(sizes: readonly number[], count: number): Set<number> {
  const order = sizes.map((size, index) => ({ size, index })).sort((a, b) => b.size - a.size);
  return new Set(order.slice(0, count).map(({ index }) => index));
}

function sizeOf(values: readonly (string | null)[]): number {
  return values.reduce((sum, value) => sum + Math.abs(Number(value ?? 0)), 0);
}

/** The sum, with as many digits as its parts have; binary fractions would add noise. */
function addUp(values: readonly (string | null)[]): string | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const digits = Math.max(0, ...known.map(countDigits));
  return known.reduce((sum, value) => sum + Number(value), 0).toFixed(Math.min(digits, 20));
}

/** Digits after the point when the number is written out: `5.0E-4` has five. */
function countDigits(value: string): number {
  const [, fraction = '', exponent = '0'] = /(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(value) ?? [];
  return fraction.length - Number(exponent);
}

function summed(of: 'points' | 'series', count: number): Omit<Trimmed, 'grid'> {
  return { summedUp: { [of]: count }, notes: [{ says: 'summed-up', count }] };
}

function largest(shown: number, total: number): ChartNote {
  return { says: 'largest', shown, total };
}
