import type { Reader } from '../parts/reader.ts';

/** A due time, on the clocks of its subscription: `Monday, 30 November 2026 at 9:00 (Europe/Berlin)`. */
export function dueWords(dueAt: number, timeZone: string, { locale }: Reader): string {
  const style = { dateStyle: 'full', timeStyle: 'short', timeZone } as const;
  return `${new Intl.DateTimeFormat(locale, style).format(dueAt)} (${timeZone})`;
}
