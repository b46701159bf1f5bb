import { knownLocale } from '../common/knownLocale.ts';
import type { AnswerColumn } from './answer.ts';
import { isMidnight } from './cells/formatDate.ts';
import { columnKind } from './columnKind.ts';
import { namedPeriod } from './names/nameMeaning.ts';
import { areYears } from './names/numberEvidence.ts';

/** `2026`, `2026-01`, `2026-Q1`, `2026-W07`: texts that sort as the time goes. */
const periodPattern = /^\d{4}(?:[- ]?(?:\d{2}|Q[1-4]|W\d{2}))?$/;

/**
 * How a column tells the time: by dates, whose distances matter; by names of periods, which only have an order; or not
 * at all.
 */
export function timeKind(
  column: AnswerColumn,
  values: readonly string[],
): 'date' | 'period' | undefined {
  const kind = columnKind(column, values);
  if (kind === 'date' || kind === 'timestamp') return values.every(isDate) ? 'date' : undefined;
  if (kind === 'identifier') {
    const tells = namedPeriod(column.name) !== undefined || areYears(values.map(Number));
    return tells ? 'period' : undefined;
  }
  return kind === 'text' && values.every((value) => periodPattern.test(value))
    ? 'period'
    : undefined;
}

/** Years and months may be numbers without leading zeros; ISO dates sort as texts. */
export function compareTimes(one: string | null, other: string | null): number {
  const difference = Number(one) - Number(other);
  if (!Number.isNaN(difference)) return difference;
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

/**
 * Writes ISO dates in UTC as short as they can be and still differ: months as months, days as days, otherwise with the
 * hour.
 *
 * @param locale a BCP 47 tag; without one they stay in ISO
 */
export function writeDates(dates: readonly string[], locale?: string): string[] {
  const has = (pattern: RegExp) => dates.every((date) => pattern.test(date));
  const [style, length] = has(/-01T00:00:00/)
    ? ([{ year: 'numeric', month: 'short' }, 7] as const)
    : has(/T00:00:00/)
      ? ([{ dateStyle: 'medium' }, 10] as const)
      : ([{ dateStyle: 'medium', timeStyle: 'short' }, 16] as const);
  const known = knownLocale(locale);
  if (known === undefined) return dates.map((date) => date.slice(0, length).replace('T', ' '));
  const format = new Intl.DateTimeFormat(known, { ...style, timeZone: 'UTC' });
  return dates.map((date) => format.format(Date.parse(date)));
}

/** Asked of each cell, so it writes no time. */
function isDate(text: string): boolean {
  return !Number.isNaN(readTime(text));
}

/**
 * The times of points as ISO times in UTC. If all of them are midnights in their own zones, they are days, as the table
 * shows them, and no zone shifts them.
 */
export function toTimes(texts: readonly string[]): string[] {
  const areDays = texts.every(isMidnight);
  return texts.map((text) => toUtc(areDays ? text.slice(0, 'yyyy-mm-dd'.length) : text) ?? '');
}

/** An ISO time in UTC; without a zone, the hours are taken as UTC. `undefined` if it isn't a time. */
function toUtc(text: string): string | undefined {
  const time = readTime(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function readTime(text: string): number {
  // Most texts that aren't times begin with something else.
  if (!/^\d{4}-/.test(text)) return Number.NaN;
  const [, date = '', time = '00:00:00', zone = 'Z'] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?(Z|[+-]\d{2}:?\d{2})?$/.exec(
      text,
    ) ?? [];
  return Date.parse(`${date}T${time}${zone}`);
}
