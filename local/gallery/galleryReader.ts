import type { Reader } from '../../src/cards/parts/reader.ts';
import { knownLocale } from '../../src/common/knownLocale.ts';
import { textsFor } from '../../src/texts/textsFor.ts';

/** A person in Berlin, in Web Chat. */
export function galleryReader(locale: string): Reader {
  return {
    channel: 'webchat',
    texts: textsFor(locale, locale),
    locale: knownLocale(locale) ?? 'en-GB',
    timeZone: 'Europe/Berlin',
  };
}
