import type { Reader } from '../cards/parts/reader.ts';
import { knownLocale } from '../common/knownLocale.ts';
import { knownTimeZone } from '../common/knownTimeZone.ts';
import type { BotSettings } from '../config/botSettings.ts';
import type { Place } from '../questions/place.ts';
import { textsFor } from '../texts/textsFor.ts';
import { cardChannelOf } from './place.ts';

/** What people read by whose client doesn't say how they read. */
export type ReadingSettings = Pick<BotSettings, 'defaultLocale' | 'timeZone'>;

/** How a place's user reads. */
export function readerOf(place: Place, { defaultLocale, timeZone }: ReadingSettings): Reader {
  return {
    channel: cardChannelOf(place),
    texts: textsFor(place.locale, defaultLocale),
    locale: knownLocale(place.locale) ?? defaultLocale,
    timeZone: knownTimeZone(place.timeZone) ?? timeZone,
  };
}
