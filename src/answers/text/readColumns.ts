import type { AnswerColumn, WrittenNumbers } from '../answer.ts';
import { findPoint, isClear, readWrittenNumber, type WrittenNumber } from './writtenNumber.ts';

type Cells = readonly (string | null)[];

/** What stands for “nothing” in a column of numbers or dates. */
const placeholder = /^(?:[-–—]|n\/?a|none|nan)$/i;
const plainWhole = /^-?(?:0|[1-9]\d{0,37})$/;
const plainNumber = /^-?(?:0|[1-9]\d{0,37})(?:\.(\d{1,37}))?$/;
const binaryNumber = /^-?\d(?:\.\d{1,17})?E-?\d{1,3}$/;
const date = /^(\d{4})-(\d{2})-(\d{2})$/;
const time = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z?)$/;

/**
 * The columns of a table, each with the type that all of its cells allow. What could be read in two ways, such as
 * `03/04/2026`, stays text.
 *
 * @param rows the texts of the cells
 */
export function readColumns(names: readonly string[], rows: readonly Cells[]): AnswerColumn[] {
  const columns = names.map((_, at) => rows.map((row) => row[at] ?? null));
  const numbers = columns.map(readNumbers);
  // One table is written in one way.
  const point = findPoint(numbers.flatMap((read) => read ?? []));
  const isTorn = point === undefined && numbers.some((read) => read && findPoint(read));
  return names.map((name, at) => ({
    name,
    ...typeOf(valuesOf(columns[at] ?? []), numbers[at], isTorn ? undefined : point),
  }));
}

function typeOf(
  values: readonly string[],
  numbers: readonly WrittenNumber[] | undefined,
  point: WrittenNumbers['point'],
): Omit<AnswerColumn, 'name'> {
  if (values.length === 0) return { type: 'STRING' };
  if (values.every((text) => plainWhole.test(text))) return { type: 'BIGINT' };
  const written = numbers && writtenAs(numbers, point);
  const isPlain = written?.unit === undefined && written?.point === '.';
  if (isPlain && values.every((text) => plainNumber.test(text)))
    return { type: 'DECIMAL', scale: Math.max(...values.map(scaleOf)) };
  if (written) return { type: 'DECIMAL', written };
  if (values.every((text) => binaryNumber.test(text) || plainNumber.test(text)))
    return { type: 'DOUBLE' };
  if (values.every(isDate)) return { type: 'DATE' };
  const zones = new Set(values.map((text) => time.exec(text)?.[1]));
  const [zone] = zones;
  if (zones.size > 1 || zone === undefined || !values.every((text) => isDate(text.slice(0, 10))))
    return { type: 'STRING' };
  return { type: zone === 'Z' ? 'TIMESTAMP' : 'TIMESTAMP_NTZ' };
}

function valuesOf(cells: Cells): string[] {
  return cells.filter((cell) => cell !== null).filter((cell) => !placeholder.test(cell));
}

/** The column's numbers if it has no other values, all in the same unit. */
function readNumbers(cells: Cells): WrittenNumber[] | undefined {
  const values = valuesOf(cells);
  const numbers = values.map(readWrittenNumber).filter((number) => number !== undefined);
  const isAlike = new Set(numbers.map(({ unit }) => unit)).size === 1;
  return isAlike && numbers.length === values.length && !values.some(isKey) ? numbers : undefined;
}

/** Leading zeros belong to a name: a postcode, an article's number. */
function isKey(text: string): boolean {
  return /^0\d/.test(text);
}

function writtenAs(
  numbers: readonly WrittenNumber[],
  point: WrittenNumbers['point'],
): WrittenNumbers {
  const unit = numbers[0]?.unit;
  const sign = point ?? (numbers.every(isClear) ? '.' : undefined);
  return { ...(sign && { point: sign }), ...(unit && { unit }) };
}

function scaleOf(text: string): number {
  return plainNumber.exec(text)?.[1]?.length ?? 0;
}

function isDate(text: string): boolean {
  if (!date.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
