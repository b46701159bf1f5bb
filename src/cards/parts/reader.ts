import type { Texts } from '../../texts/texts.ts';
import type { CardChannel } from './outgoingMessage.ts';

/** Who reads a card, as far as it decides how the card is written. */
export interface Reader {
  channel: CardChannel;
  /** In the reader's language. */
  texts: Texts;
  /** For numbers and dates, by `knownLocale`: with the calendar and the digits of the data. */
  locale: string;
  /** For times of day. IANA; `UTC` where neither the channel nor the settings name one. */
  timeZone: string;
}
