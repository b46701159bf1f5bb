import { knownLocale } from '../answers/knownLocale.ts';

/**
 * A moment as people write it where they are: `21 Nov 2026, 10:42`. Locale and time zone come from the client; one that
 * no runtime knows is passed over, and without a time zone the time is in UTC and says so.
 *
 * @param time milliseconds since 1970
 */
export function writeTime(time: number, locale?: string, timeZone?: string): string {
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  try {
    if (timeZone) {
      const known = knownLocale(locale) ?? 'en-GB';
      return new Intl.DateTimeFormat(known, { ...style, timeZone }).format(time);
    }
  } catch {
    // Written as for everybody else.
  }
  return `${new Intl.DateTimeFormat('en-GB', { ...style, timeZone: 'UTC' }).format(time)} UTC`;
}
