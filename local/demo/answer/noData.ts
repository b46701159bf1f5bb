import type { Period } from '../understand/plan.ts';

/** How many whole years of data there are before this one. */
const wholeYears = 3;

/**
 * Says that a period has no data, because it's over before the data begins or hasn't begun yet; `undefined` for any
 * other.
 *
 * @param today `YYYY-MM-DD`
 */
export function noData(period: Period | undefined, today: string): string | undefined {
  const firstYear = Number(today.slice(0, 4)) - wholeYears;
  const endsBefore = isDay(period?.to) && period.to <= `'${firstYear}-01-01'`;
  const beginsAfter = isDay(period?.from) && period.from > `'${today}'`;
  if (period === undefined || !(endsBefore || beginsAfter)) return undefined;
  return `There’s no data ${period.label}. The demo’s made-up data begins in ${firstYear} and ends today.`;
}

/** Whether a bound is a day of its own, rather than counted from today. */
function isDay(bound: string | undefined): bound is string {
  return bound !== undefined && /^'\d{4}-/.test(bound);
}
