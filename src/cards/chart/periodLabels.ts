import { type Period, readPeriod } from './readPeriod.ts';

/**
 * Ever shorter names of the periods: Q1 23, Q2 23; then only the first of a year says which one it is: ’23 Q2 Q3 Q4 ’24.
 * None for what isn't a period.
 */
export function periodLabels(labels: readonly string[]): string[][] {
  const periods = labels.map(readPeriod).filter((period) => period !== undefined);
  if (periods.length < labels.length) return [];
  return [periods.map(withYear), periods.map(yearOnce)];
}

function withYear({ year, unit, number }: Period): string {
  if (unit === 'year') return shortYear(year);
  if (unit === 'month') return `${String(year).slice(2)}-${String(number).padStart(2, '0')}`;
  return `${unit === 'week' ? 'W' : 'Q'}${number} ${String(year).slice(2)}`;
}

function yearOnce({ year, unit, number }: Period): string {
  if (number === 1) return shortYear(year);
  return unit === 'month' ? String(number) : `${unit === 'week' ? 'W' : 'Q'}${number}`;
}

function shortYear(year: number): string {
  return `’${String(year).slice(2)}`;
}
