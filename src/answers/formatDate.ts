const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const timestampPattern =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/;
const utcPattern = /^(?:Z|[+-]00:?00)$/;

/** Writes a DATE as it is, or the way `locale` writes dates. A date has no time zone, so none must shift it. */
export function formatDate(text: string, locale?: string): string {
  if (locale === undefined || !datePattern.test(text)) return text;
  return writeInUtc(`${text}T00:00:00Z`, { dateStyle: 'medium' }, locale) ?? text;
}

/**
 * Writes a TIMESTAMP in the zone it came in, almost always UTC, so that the hours match Genie's own words. A fraction
 * of a second is never dropped.
 *
 * @param dateOnly the whole column holds midnights, as a month or a day cut from a timestamp does
 */
export function formatTimestamp(text: string, dateOnly: boolean, locale?: string): string {
  const parts = timestampPattern.exec(text);
  if (!parts) return text;
  const [, date = '', time = '', fraction = '', zone = ''] = parts;
  if (dateOnly) return formatDate(date, locale);
  const shownFraction = fraction.replace(/\.?(?<!0)0+$/, '');
  const shownZone = zone === '' || utcPattern.test(zone) ? '' : ` ${zone}`;
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

/** Whether a timestamp says which time zone it is in, and that is UTC. */
export function isInUtc(text: string): boolean {
  const zone = timestampPattern.exec(text)?.[4];
  return zone !== undefined && utcPattern.test(zone);
}

function writeInUtc(
  iso: string,
  style: Intl.DateTimeFormatOptions,
  locale: string,
): string | undefined {
  const time = Date.parse(iso);
  // `2023-02-30` and the like: Date would move it to another day.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(iso.slice(0, 10)))
    return undefined;
  return new Intl.DateTimeFormat(locale, {
    ...style,
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  }).format(time);
}
