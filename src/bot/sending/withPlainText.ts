import { messageText } from '../../cards/parts/messageText.ts';
import type { Log } from '../../common/log.ts';
import { CourierError } from '../../questions/ports.ts';
import type { Texts } from '../../texts/texts.ts';
import { isPacket } from '../packet.ts';
import type { Channel, Outgoing, OutgoingContent } from '../ports.ts';
import { type ReadingSettings, readerOf } from '../readerOf.ts';

/**
 * The channel, which posts a card's text if it refuses the card. Of two messages, one was certainly not accepted, so
 * nobody reads anything twice. A refused update stays refused: its sender can still post the card.
 */
export function withPlainText(channel: Channel, log: Log, settings: ReadingSettings): Channel {
  return {
    ...channel,
    async post(place, outgoing) {
      try {
        return await channel.post(place, outgoing);
      } catch (error) {
        const text = textOf(outgoing, readerOf(place, settings).texts);
        // A stream that doesn't take a card has other ways to go.
        const isOther = !(error instanceof CourierError) || error.kind !== 'unfit';
        if (isOther || !text || isPacket(outgoing)) throw error;
        log.warn('card.refused', { channel: place.channelId, error });
        return channel.post(place, text);
      }
    },
  };
}

/** The same without its card; `undefined` if it has none. */
export function textOf(outgoing: Outgoing, texts: Texts): OutgoingContent | undefined {
  if (!('attachments' in outgoing) || isPacket(outgoing)) return undefined;
  return { text: messageText(outgoing, texts), textFormat: 'plain' };
}
