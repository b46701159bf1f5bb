import type { Reader } from '../../src/cards/parts/reader.ts';
import { textsFor } from '../../src/texts/textsFor.ts';

/** Someone who reads a card in Teams, in English and in UTC, unless told otherwise. */
export function testReader(
  channel: Reader['channel'] = 'teams',
  { locale = 'en-US', timeZone = 'UTC' }: Partial<Pick<Reader, 'locale' | 'timeZone'>> = {},
): Reader {
  return { channel, locale, timeZone, texts: textsFor(locale, 'en-US') };
}

/** The settings by which the bot writes for readers whose client says nothing. */
export const testReading = { defaultLocale: 'en-US', timeZone: 'UTC' };
