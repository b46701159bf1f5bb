const DAY_MS = 86_400_000;

/** The UTC day of a moment (milliseconds since 1970), as `YYYY-MM-DD`. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** A day some days later, or earlier for a negative number. */
export function addDays(day: string, count: number): string {
  return dayOf(Date.parse(day) + count * DAY_MS);
}

/** The same day of another month, or that month's last day if it is shorter, as Databricks' `add_months`. */
export function addMonths(day: string, count: number): string {
  const date = new Date(day);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, last));
  return dayOf(date.getTime());
}

/** 0 for Monday to 6 for Sunday, as Databricks' `weekday`. */
export function weekdayOf(day: string): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

/** 1 to 4. */
export function quarterOf(day: string): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3);
}

/** The first day of the week (Monday), month, quarter or year that holds a day, as Databricks' `trunc`. */
export function truncate(day: string, unit: string): string {
  switch (unit) {
    case 'WEEK':
      return addDays(day, -weekdayOf(day));
    case 'MONTH':
      return `${day.slice(0, 7)}-01`;
    case 'QUARTER':
      return `${day.slice(0, 5)}${String(quarterOf(day) * 3 - 2).padStart(2, '0')}-01`;
    case 'YEAR':
      return `${day.slice(0, 4)}-01-01`;
    default:
      throw new Error(`cannot truncate to ${unit}`);
  }
}
