import type { PeriodChance } from './nameMeaning.ts';
import type { Period } from './wordRoles.ts';

const largest: Readonly<Record<Exclude<Period, 'year' | 'date'>, number>> = {
  quarter: 4,
  month: 12,
  week: 53,
  day: 366,
  hour: 24,
  minute: 60,
};
/** Years with a quarter, month, week or day behind them: 20241, 202412, 20241231. */
const withYear = /^(?:19|20|21)\d{2}(?:\d|\d{2}|\d{4})$/;
/** The year and the month, and perhaps the day. */
const datedMonth = /^(?:19|20|21)\d{2}(?:0[1-9]|1[0-2])(?:\d{2})?$/;

/** Whether all numbers can be those of a period, given how much its column's name makes of it. */
export function canBePeriod(
  period: Period,
  numbers: readonly number[],
  chance: PeriodChance,
): boolean {
  if (chance === 'unlikely') return mustBePeriod(period, numbers);
  if (period === 'date') return true;
  return numbers.every((number) => {
    if (withYear.test(String(number))) return true;
    if (period !== 'year') return number >= 0 && number <= largest[period];
    return (
      (number >= 1000 && number < 3000) || (chance === 'likely' && number >= 0 && number < 100)
    );
  });
}

/** `sales_month` holds months if they are counted up one by one, or have their years with them. */
function mustBePeriod(period: Period, numbers: readonly number[]): boolean {
  if (period === 'year') return areYears(numbers);
  const areDated = numbers.length > 1 && numbers.every((number) => datedMonth.test(String(number)));
  const countUp = numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
  return areDated || (numbers.length > 2 && countUp && canBePeriod(period, numbers, 'likely'));
}

/** Whether all numbers are years of our time. One alone proves nothing. */
export function areYears(numbers: readonly number[]): boolean {
  return numbers.length > 1 && numbers.every((number) => number >= 1900 && number <= 2100);
}

/** Whether a column's numbers look like keys: each is there once, they don't rank, and they are long or in sequence. */
export function lookLikeKeys(numbers: readonly number[]): boolean {
  const [only] = numbers;
  if (only === undefined) return false;
  if (numbers.length === 1) return only >= 10_000;
  const least = Math.min(...numbers);
  const isDense = Math.max(...numbers) - least < 3 * numbers.length;
  const ranks = numbers.every((number, at) => at === 0 || number < (numbers[at - 1] ?? 0));
  return (
    new Set(numbers).size === numbers.length && !ranks && least >= 0 && (isDense || least >= 1000)
  );
}
