import { knownLocale } from '../common/knownLocale.ts';

const dayMs = 86_400_000;

/** Numbers short enough for an axis: `1.28M`. */
export function numberWriter(locale: string | undefined): (value: number) => string {
  const format = new Intl.NumberFormat(knownLocale(locale) ?? 'en-US', {
    notation: 'compact',
    maximumSignificantDigits: 3,
  });
  return (value) => format.format(value);
}

/** Parts of 1 as whole percentages. */
export function percentWriter(locale: string | undefined): (part: number) => string {
  const format = new Intl.NumberFormat(knownLocale(locale) ?? 'en-US', {
    style: 'percent',
    maximumFractionDigits: 0,
  });
  return (part) => format.format(part);
}

/**
 * Dates as fine as the axis's time span needs.
 *
 * @param times ISO 8601, in order
 */
export function timeWriter(times: readonly string[], locale: string | undefined) {
  const days = (Date.parse(times.at(-1) ?? '') - Date.parse(times[0] ?? '')) / dayMs;
  const format = new Intl.DateTimeFormat(knownLocale(locale) ?? 'en-US', {
    ...styleFor(days),
    timeZone: 'UTC',
  });
  return (time: number) => format.format(time);
}

function styleFor(days: number): Intl.DateTimeFormatOptions {
  if (days > 1500) return { year: 'numeric' };
  if (days > 80) return { year: 'numeric', month: 'short' };
  if (days > 2) return { month: 'short', day: 'numeric' };
  return { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' };
}
