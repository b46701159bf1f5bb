import { knownLocale } from '../../answers/knownLocale.ts';

const format = new Intl.NumberFormat('en-US');

/** A count with thousands separators, as in the English sentences of the cards. */
export function writeCount(count: number): string {
  return format.format(count);
}

/** `0.8 s`, `12 s`, `2 min 5 s`. */
export function writeDuration(durationMs: number): string {
  const seconds = Math.max(0, durationMs) / 1000;
  if (seconds < 1) return `${Math.max(0.1, seconds).toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const rest = whole % 60;
  return `${Math.floor(whole / 60)} min${rest === 0 ? '' : ` ${rest} s`}`;
}

/**
 * A moment the way people write it locally: `21 Nov 2026, 10:42`. Locale and time zone come from the client; unknown
 * ones are ignored, and without a time zone the time is in UTC and says so.
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
    // Falls back to UTC below.
  }
  return `${new Intl.DateTimeFormat('en-GB', { ...style, timeZone: 'UTC' }).format(time)} UTC`;
}

/** The time of day where someone is, as they write it: `10:42`; `undefined` if it isn't known where that is. */
export function writeClock(
  time: number,
  locale: string | undefined,
  timeZone: string | undefined,
): string | undefined {
  if (!timeZone) return undefined;
  try {
    const known = knownLocale(locale) ?? 'en-GB';
    return new Intl.DateTimeFormat(known, { timeStyle: 'short', timeZone }).format(time);
  } catch {
    return undefined;
  }
}
