import type { Reader } from '../cards/parts/reader.ts';
import { knownLocale } from '../common/knownLocale.ts';
import { knownTimeZone } from '../common/knownTimeZone.ts';
import type { BotSettings } from '../config/botSettings.ts';
import type { Place, Reading } from '../questions/place.ts';
import { textsFor } from '../texts/textsFor.ts';
import { cardChannelOf } from './place.ts';

/** What people read by whose client doesn't say how they read. */
export type ReadingSettings = Pick<BotSettings, 'defaultLocale' | 'timeZone'>;

/** How a place's user reads. */
export function readerOf(place: Place, settings: ReadingSettings): Reader {
  return {
    channel: cardChannelOf(place),
    texts: textsFor(place.locale, settings.defaultLocale),
    ...formatsOf(place, settings),
  };
}

/** How numbers and times are written for who reads so. */
export function formatsOf(
  reading: Reading,
  { defaultLocale, timeZone }: ReadingSettings,
): Pick<Reader, 'locale' | 'timeZone'> {
  return {
    locale: knownLocale(reading.locale) ?? defaultLocale,
    timeZone: knownTimeZone(reading.timeZone) ?? timeZone,
  };
}
