const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const timestampPattern =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/;
const utcPattern = /^(?:Z|[+-]00:?00)$/;

/**
 * Writes a DATE as it is, or the way `locale` writes dates. A date has no time zone, so none must shift it.
 *
 * @param locale by `knownLocale`
 */
export function formatDate(text: string, locale?: string): string {
  if (locale === undefined || !datePattern.test(text)) return text;
  return writeInUtc(`${text}T00:00:00Z`, { dateStyle: 'medium' }, locale) ?? text;
}

/**
 * Writes a TIMESTAMP as the clocks showed it where it says. A fraction of a second is never dropped.
 *
 * @param dateOnly the whole column holds midnights, as a month or a day cut from a timestamp does
 * @param locale by `knownLocale`
 */
export function formatTimestamp(text: string, dateOnly: boolean, locale?: string): string {
  const parts = timestampPattern.exec(text);
  if (!parts) return text;
  const [, date = '', time = '', fraction = '', zone = ''] = parts;
  if (dateOnly) return formatDate(date, locale);
  const shownFraction = fraction.replace(/\.?(?<!0)0+$/, '');
  const shownZone = utcPattern.test(zone) ? ' UTC' : zone && ` ${zone}`;
  const plain = `${date} ${time}${shownFraction}${shownZone}`;
  if (locale === undefined || shownFraction !== '' || shownZone !== '') return plain;
  const timeStyle = /^\d{2}:\d{2}(?::00)?$/.test(time) ? 'short' : 'medium';
  return writeInUtc(`${date}T${time}Z`, { dateStyle: 'medium', timeStyle }, locale) ?? plain;
}

/** Whether a timestamp is the start of a day. */
export function isMidnight(text: string): boolean {
  const parts = timestampPattern.exec(text);
  return /^00:00(?::00)?$/.test(parts?.[2] ?? '') && !/[1-9]/.test(parts?.[3] ?? '');
}

/** The instant that a timestamp with a zone means, in milliseconds since 1970, and the text of its fraction. */
export function readInstant(text: string): { time: number; fraction: string } | undefined {
  const [, date = '', clock = '', fraction = '', zone = ''] = timestampPattern.exec(text) ?? [];
  if (zone === '') return undefined;
  const time = Date.parse(`${date}T${clock}${zone.replace(/^(...)(?=\d\d$)/, '$1:')}`);
  return Number.isNaN(time) || isOtherDay(date) ? undefined : { time, fraction };
}

/** `2023-02-30` and the like: Date would move it to another day. */
function isOtherDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).getUTCDate() !== Number(date.slice(-2));
}

function writeInUtc(
  iso: string,
  style: Intl.DateTimeFormatOptions,
  locale: string,
): string | undefined {
  const time = Date.parse(iso);
  if (Number.isNaN(time) || isOtherDay(iso.slice(0, 10))) return undefined;
  return formatOf(style, locale).format(time);
}

/** Locales come from clients, which could name any number of them. */
const mostKept = 60;

/** Making one takes a hundred times as long as writing a date, and a file has thousands of dates. */
const kept = new Map<string, Intl.DateTimeFormat>();

function formatOf(style: Intl.DateTimeFormatOptions, locale: string): Intl.DateTimeFormat {
  const key = `${locale} ${style.timeStyle ?? ''}`;
  const found = kept.get(key);
  if (found) return found;
  if (kept.size >= mostKept) kept.clear();
  const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' });
  kept.set(key, format);
  return format;
}
