import type { AnswerTable } from './answer.ts';
import type { Chart, ChartNote, ChartSeries, ChartWish } from './chart.ts';
import { arrangeChart, type ChartGrid } from './chartGrid.ts';
import { type ChartShape, findChartShape } from './chartShape.ts';
import { isAdditive, isShare, mayBeAdditive, namesShares } from './measureMeaning.ts';
import { plainNumbers } from './text/plainNumbers.ts';
import { keepLatest, type Trimmed, trimPoints, trimSeries } from './trimChart.ts';
import { withoutTotal } from './withoutTotal.ts';

const maxBars = 30;
const maxSlices = 8;
const maxLines = 6;
/** Longer names go beside their bars. In characters: of the longest, and of all together. */
const longName = 14;
const longNames = 48;
const leastPointsOfLine = 3;

export interface ChartOptions {
  wish?: Exclude<ChartWish, 'table'>;
  /** BCP 47; for the points' names. */
  locale?: string;
}

/**
 * Chooses the chart of a table by the shape of its data: a time and numbers make lines, a category and numbers bars, a
 * few parts of a whole a donut. `undefined` if no chart fits, or not the one that was asked for.
 */
export function chooseChart(
  written: AnswerTable,
  { wish, locale }: ChartOptions = {},
): Chart | undefined {
  const whole = plainNumbers(written);
  const table = withoutTotal(whole);
  const shape = findChartShape(table);
  if (shape === undefined) return undefined;
  const arranged = arrangeChart(shape, locale);
  const kind = wish ?? chooseKind(table, shape, arranged);
  const grid = kind === 'donut' ? onlySlices(arranged) : arranged;
  if (kind === 'donut' && !canBeWhole(grid, shape, table)) return undefined;
  if (!grid.series.some(isDrawable)) return undefined;

  const trimmed = trimFor(kind, grid, table, shape);
  return {
    kind: kind === 'bar' && isHorizontal(shape, trimmed.grid) ? 'horizontal-bar' : kind,
    category: shape.x.column.name,
    ...trimmed.grid,
    ...(trimmed.summedUp && { summedUp: trimmed.summedUp }),
    ...(!isComplete(table) && { isPart: true }),
    notes: [
      ...trimmed.notes,
      ...(table === whole ? [] : [{ says: 'without-total' } as const]),
      ...otherNotes(table, shape, grid),
    ],
  };
}

type Kind = 'line' | 'bar' | 'donut';

function chooseKind(table: AnswerTable, shape: ChartShape, grid: ChartGrid): Kind {
  const { x, measures } = shape;
  if (x.time !== undefined) return grid.labels.length >= leastPointsOfLine ? 'line' : 'bar';
  if (grid.labels.length > maxSlices || !isWhole(grid, shape, table)) return 'bar';
  const hasShares = measures.some(({ column, cells }) => isShare(column, cells));
  return hasShares || namesShares(table) ? 'donut' : 'bar';
}

/** Whether the numbers are all the parts of something. */
function isWhole(grid: ChartGrid, shape: ChartShape, table: AnswerTable): boolean {
  const { column, cells } = shape.measures[0];
  return areParts(grid, shape, table) && (isAdditive(column) || isShare(column, cells));
}

/** Whether they can be: anyone who asks for a donut has to know. Only if none of them has to be summed up. */
function canBeWhole(grid: ChartGrid, shape: ChartShape, table: AnswerTable): boolean {
  if (isWhole(grid, shape, table)) return true;
  const { column } = shape.measures[0];
  return areParts(grid, shape, table) && mayBeAdditive(column) && grid.labels.length <= maxSlices;
}

function areParts(grid: ChartGrid, { split }: ChartShape, table: AnswerTable): boolean {
  if (split || !isComplete(table)) return false;
  const numbers = (grid.series[0]?.values ?? []).map(Number);
  return numbers.every((value) => value >= 0) && numbers.some((value) => value > 0);
}

/** The first series as slices, which have no order in time. */
function onlySlices({ labels, series }: ChartGrid): ChartGrid {
  return { labels, series: series.slice(0, 1) };
}

function isDrawable({ values }: ChartSeries): boolean {
  return values.filter((value) => value !== null).length >= 2;
}

function trimFor(
  kind: Kind,
  grid: ChartGrid,
  table: AnswerTable,
  { x, split, measures: [measure] }: ChartShape,
): Trimmed {
  const summable = isAdditive(measure.column) && isComplete(table);
  const few = trimSeries(grid, maxLines, summable && split !== undefined);
  const trimmed = trimBars(kind, few.grid, x.time !== undefined, summable);
  return {
    grid: trimmed.grid,
    ...((few.summedUp || trimmed.summedUp) && {
      summedUp: { ...few.summedUp, ...trimmed.summedUp },
    }),
    notes: [...few.notes, ...trimmed.notes],
  };
}

function trimBars(kind: Kind, grid: ChartGrid, timed: boolean, summable: boolean): Trimmed {
  if (kind === 'line') return { grid, notes: [] };
  if (kind === 'donut') return trimPoints(grid, maxSlices, summable);
  const max = Math.floor(maxBars / grid.series.length);
  return timed ? keepLatest(grid, max) : trimPoints(grid, max, summable);
}

/** Bars are horizontal if their names are long; those of a time go from left to right. */
function isHorizontal({ x }: ChartShape, { labels }: ChartGrid): boolean {
  if (x.time !== undefined) return false;
  const longest = Math.max(...labels.map(({ length }) => length));
  return longest > longName || labels.join('').length > longNames;
}

function otherNotes(
  table: AnswerTable,
  { split, measures }: ChartShape,
  { series }: ChartGrid,
): ChartNote[] {
  const hasMore = !split && series.length < measures.length;
  return [
    ...(hasMore ? [{ says: 'more-numbers' } as const] : []),
    ...(isComplete(table) ? [] : [{ says: 'returned-rows' } as const]),
  ];
}

function isComplete({ rows, totalRows, truncated }: AnswerTable): boolean {
  return !truncated && rows.length >= totalRows;
}
