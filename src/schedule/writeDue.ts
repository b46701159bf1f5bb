import type { Texts } from '../texts/texts.ts';

/** Who reads it. */
interface Reader {
  texts: Texts;
  /** For dates, by `knownLocale`. */
  locale: string;
}

/**
 * A due time on the clocks of a zone, which it names: `Monday, November 30, 2026 at 9:00 AM (Europe/Berlin)`.
 *
 * @param due ms since 1970
 * @param timeZone an IANA name that this runtime knows
 */
export function writeDue(due: number, timeZone: string, { texts, locale }: Reader): string {
  const style = { dateStyle: 'full', timeStyle: 'short', timeZone } as const;
  const when = new Intl.DateTimeFormat(locale, style).format(due);
  return texts.schedules.due({ when, timeZone });
}
