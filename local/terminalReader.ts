import type { Reader } from '../src/cards/parts/reader.ts';
import { textsFor } from '../src/texts/textsFor.ts';

const locale = 'en-US';

/** Someone who reads in a terminal: the commands there speak English. */
export const terminalReader: Reader = {
  channel: 'webchat',
  texts: textsFor(locale, locale),
  locale,
  timeZone: 'UTC',
};
