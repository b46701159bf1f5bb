import type { AnswerColumn, AnswerTable } from './answer.ts';
import { columnKind, namesPercentage } from './columnKind.ts';
import { mayBeAdditive } from './measureMeaning.ts';
import { namedCurrency } from './names/namedCurrency.ts';
import { nameWords } from './names/nameWords.ts';
import { compareTimes, timeKind } from './periods.ts';

/** A column with its cells. */
export interface ChartColumn {
  column: AnswerColumn;
  cells: (string | null)[];
}

/** Which columns make a chart. */
export interface ChartShape {
  /** Names the points. */
  x: ChartColumn & { time: 'date' | 'period' | undefined };
  /** Splits the rows into series if `x` alone doesn't tell them apart. */
  split?: ChartColumn;
  /** The numbers, the most important first. */
  measures: [ChartColumn, ...ChartColumn[]];
}

/** With more, the table is a list of things with many properties, which no simple chart can show. */
const maxDimensions = 3;
/** A series for nearly every pair would be mostly gaps. */
const leastFilled = 0.4;
/** Numbers of very different sizes cannot share an axis. */
const maxRatio = 20;

const noMeasure = /^(?:rank|ranking|latitude|longitude|lat|lon|lng)$/;

/** Finds what a chart of the table could show; `undefined` where its shape fits none. */
export function findChartShape(table: AnswerTable): ChartShape | undefined {
  if (table.rows.length < 2) return undefined;
  const columns = table.columns.map((column, index) => ({
    column,
    cells: table.rows.map((row) => row[index] ?? null),
  }));
  const measures = columns.filter(isMeasure);
  const dimensions = columns.filter((each) => isDimension(each) && !isConstant(each));
  const [first, ...others] = sortedFirst(measures);
  if (first === undefined || dimensions.length === 0 || dimensions.length > maxDimensions)
    return undefined;
  const x = findX(dimensions);
  if (x) return { x: withTime(x), measures: [first, ...others] };
  const [one, two, three] = dimensions;
  if (one === undefined || two === undefined || three !== undefined) return undefined;
  return splitBy(one, two, first);
}

/** Whether two columns of numbers can share an axis: the same unit, as far as their names tell, and similar sizes. */
export function areComparable(one: ChartColumn, other: ChartColumn): boolean {
  const [a, b] = [one.column, other.column];
  if (namesPercentage(a.name) !== namesPercentage(b.name)) return false;
  if (namedCurrency(a.name) !== namedCurrency(b.name)) return false;
  // An average or a price doesn't measure the same thing as the amounts beside it.
  if (mayBeAdditive(a) !== mayBeAdditive(b)) return false;
  const ratio = largest(one) / largest(other);
  return ratio <= maxRatio && ratio >= 1 / maxRatio;
}

function isMeasure({ column, cells }: ChartColumn): boolean {
  if (columnKind(column, cells) !== 'number') return false;
  if (nameWords(column.name).some((word) => noMeasure.test(word))) return false;
  return cells.filter(isNumber).length >= 2;
}

/** Whether a cell holds a number that can be drawn. */
export function isNumber(cell: string | null): cell is string {
  return cell !== null && cell.trim() !== '' && Number.isFinite(Number(cell));
}

function isDimension({ column, cells }: ChartColumn): boolean {
  return columnKind(column, cells) !== 'number';
}

function isConstant({ cells }: ChartColumn): boolean {
  return new Set(cells).size < 2;
}

/**
 * The column that tells all rows apart: preferably a time, otherwise a name. If the rows don't follow the time, it is
 * just another property of what is named, such as the date of a customer's last order. Customer and order numbers are
 * neither.
 */
function findX(dimensions: readonly ChartColumn[]): ChartColumn | undefined {
  const unique = dimensions.filter(
    ({ column, cells }) => new Set(cells).size === cells.length && columnKind(column) !== 'nested',
  );
  const time = unique.find((each) => withTime(each).time !== undefined);
  if (time && runsInOrder(time)) return time;
  return (
    unique.find(({ column }) => columnKind(column) === 'text') ??
    time ??
    unique.find(({ column, cells }) => columnKind(column, cells) !== 'identifier') ??
    (dimensions.length === 1 ? unique[0] : undefined)
  );
}

/** Whether each row's time is later than the one before, or each is earlier. */
function runsInOrder({ cells }: ChartColumn): boolean {
  const times = cells.filter((cell) => cell !== null);
  const steps = times.slice(1).map((time, index) => compareTimes(times[index] ?? null, time));
  return steps.every((step) => step < 0) || steps.every((step) => step > 0);
}

function splitBy(one: ChartColumn, two: ChartColumn, measure: ChartColumn): ChartShape | undefined {
  const pairs = new Set(one.cells.map((cell, row) => JSON.stringify([cell, two.cells[row]])));
  const size = ({ cells }: ChartColumn) => new Set(cells).size;
  if (pairs.size < one.cells.length) return undefined;
  if (pairs.size < leastFilled * size(one) * size(two)) return undefined;
  const [finer, coarser] = size(one) >= size(two) ? [one, two] : [two, one];
  const times = [finer, coarser].filter((each) => withTime(each).time !== undefined);
  const x = times.length === 1 ? times[0] : finer;
  if (x === undefined) return undefined;
  return { x: withTime(x), split: x === finer ? coarser : finer, measures: [measure] };
}

/** The rows are sorted by what was asked for. */
function sortedFirst(measures: readonly ChartColumn[]): ChartColumn[] {
  const sorted = measures.find(isSorted);
  return sorted ? [sorted, ...measures.filter((each) => each !== sorted)] : [...measures];
}

function isSorted({ cells }: ChartColumn): boolean {
  const values = cells.filter(isNumber).map(Number);
  const falls = values.every((value, index) => index === 0 || value <= (values[index - 1] ?? 0));
  return falls && values.length > 2;
}

function largest({ cells }: ChartColumn): number {
  return Math.max(...cells.filter(isNumber).map((cell) => Math.abs(Number(cell))), 0) || 1;
}

function withTime({ column, cells }: ChartColumn): ChartShape['x'] {
  const known = cells.filter((cell) => cell !== null);
  return { column, cells, time: timeKind(column, known) };
}
