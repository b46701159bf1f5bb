import { knownLocale } from '../../common/knownLocale.ts';

const dayMs = 86_400_000;

/**
 * The names of evenly spaced dates, ever shorter: months as Jan, Feb; then as J, F. A year is named where it begins.
 * `undefined` if the dates aren't evenly spaced: names would hide that, since Teams puts them at even distances.
 *
 * @param times ISO 8601, in order
 * @param locale a BCP 47 tag
 */
export function dateLabels(times: readonly string[], locale: string): string[][] | undefined {
  const dates = times.map((time) => new Date(time));
  const months = evenSteps(dates.map(monthCount));
  if (months !== undefined && dates.every((date) => isMidnight(date) && date.getUTCDate() === 1))
    return monthLabels(dates, months, locale);
  const step = evenSteps(dates.map(Number));
  if (step === undefined) return undefined;
  const write = (style: Intl.DateTimeFormatOptions) => writeAll(dates, style, locale);
  if (!dates.every(isMidnight))
    return [write({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })];
  const days = write({ month: 'numeric', day: 'numeric' });
  return step === dayMs ? [days, dates.map((date) => String(date.getUTCDate()))] : [days];
}

function monthLabels(dates: readonly Date[], step: number, locale: string): string[][] {
  if (step % 12 === 0)
    return [dates.map((date) => String(date.getUTCFullYear())), dates.map(shortYear)];
  const names = writeAll(dates, { month: 'short' }, locale).map((name, index) => {
    const date = dates[index];
    return date && (index === 0 || date.getUTCMonth() === 0) ? shortYear(date) : name;
  });
  return step === 1 ? [names, writeAll(dates, { month: 'narrow' }, locale)] : [names];
}

/** How far each number is from the one before, if that is always the same. */
function evenSteps(numbers: readonly number[]): number | undefined {
  const [first = 0, second = 0] = numbers;
  const step = second - first;
  const isEven = numbers.every((number, index) => number === first + index * step);
  return isEven && step > 0 ? step : undefined;
}

function monthCount(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function isMidnight(date: Date): boolean {
  return Number(date) % dayMs === 0;
}

function shortYear(date: Date): string {
  return `’${String(date.getUTCFullYear()).slice(2)}`;
}

function writeAll(dates: readonly Date[], style: Intl.DateTimeFormatOptions, locale: string) {
  const format = new Intl.DateTimeFormat(knownLocale(locale) ?? 'en-US', {
    ...style,
    timeZone: 'UTC',
  });
  return dates.map((date) => format.format(date));
}
