import type { DatabaseSync } from 'node:sqlite';
import { addDays, addMonths, quarterOf, truncate, weekdayOf } from './calendar.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * Gives SQLite the Databricks SQL date functions that the demo's statements use, so that the text shown is exactly what
 * runs. A day is a text `YYYY-MM-DD`; NULL stays NULL.
 */
export function registerSqlFunctions(database: DatabaseSync): void {
  // A bigint becomes an INTEGER; a number would become a REAL and read "2026.0" inside a text.
  const register = (name: string, apply: (day: string, argument: never) => string | bigint) => {
    database.function(name, { deterministic: true, varargs: true }, (day, argument) =>
      typeof day === 'string' ? apply(day, argument as never) : null,
    );
  };
  register('trunc', (day, unit: string) => truncate(day, unit));
  register('add_months', (day, count: number) => addMonths(day, Number(count)));
  register('date_add', (day, count: number) => addDays(day, Number(count)));
  register('year', (day) => BigInt(day.slice(0, 4)));
  register('quarter', (day) => BigInt(quarterOf(day)));
  register('weekday', (day) => BigInt(weekdayOf(day)));
  register('date_format', (day) => weekdays[weekdayOf(day)] ?? '');
}
