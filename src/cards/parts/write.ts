import type { Texts } from '../../texts/texts.ts';
import type { Reader } from './reader.ts';

/** `0.8 s`, `12 s`, `2 min 5 s`. */
export function writeDuration(durationMs: number, { time }: Texts): string {
  const seconds = Math.max(0, durationMs) / 1000;
  if (seconds < 1) return time.seconds(Math.max(0.1, seconds));
  const whole = Math.round(seconds);
  if (whole < 60) return time.seconds(whole);
  const rest = whole % 60;
  const minutes = Math.floor(whole / 60);
  return rest === 0 ? time.minutes(minutes) : time.minutesAndSeconds(minutes, rest);
}

/** A moment as the reader writes it: `21 Nov 2026, 10:42`; in UTC, it says so. */
export function writeTime(time: number, { locale, timeZone }: Zoned): string {
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  const text = new Intl.DateTimeFormat(locale, style).format(time);
  return timeZone === 'UTC' ? `${text} UTC` : text;
}

/** The time of day where someone is, as they write it: `10:42`; `undefined` if it isn't known where that is. */
export function writeClock(time: number, { locale, timeZone }: Zoned): string | undefined {
  if (timeZone === 'UTC') return undefined;
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(time);
}

type Zoned = Pick<Reader, 'locale' | 'timeZone'>;
