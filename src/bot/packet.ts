import type { OutgoingMessage } from '../cards/parts/outgoingMessage.ts';
import type { OpenStream, Stream } from '../questions/stream.ts';
import type { Outgoing, OutgoingContent, Packet, StreamInfo } from './ports.ts';

/**
 * The first packet of a stream, which has no ID yet: it says what is being done.
 *
 * @param placedAt where Web Chat sorts it (ms since 1970). By itself, Web Chat 4.18 takes all first packets for one stream
 * without an ID, and puts the newest before the oldest (`patchActivity` in its `createActivitiesReducer.ts`).
 */
export function firstPacket(text: string, stream: Stream, placedAt?: number): Packet {
  const packet = progressPacket('informative', text, stream);
  if (placedAt === undefined) return packet;
  return { ...packet, channelData: { ...packet.channelData, 'webchat:sequence-id': placedAt } };
}

/** What is being done. */
export function informativePacket(text: string, stream: OpenStream): Packet {
  return progressPacket('informative', text, stream);
}

/** The answer so far: its text contains that of the packet before. */
export function streamingPacket(text: string, stream: OpenStream): Packet {
  return progressPacket('streaming', text, stream);
}

/** The message that a stream becomes. */
export function finalPacket(outgoing: OutgoingContent, { id }: OpenStream): Packet {
  return withInfo({ type: 'message', ...outgoing }, { streamType: 'final', streamId: id });
}

/** Ends a stream of which nothing is to stay, in Web Chat. Without a text, its last words would stay. */
export function emptyPacket({ id }: OpenStream): Packet {
  return withInfo({ type: 'typing', text: '' }, { streamType: 'final', streamId: id });
}

/** Whether it is part of a stream: it has no other way. */
export function isPacket(outgoing: Outgoing): outgoing is Packet {
  const { channelData } = outgoing as Partial<Packet>;
  return channelData !== undefined && 'streamType' in channelData;
}

function progressPacket(
  streamType: StreamInfo['streamType'],
  text: string,
  { id, sequence }: Stream,
): Packet {
  const info = { streamType, streamSequence: sequence, ...(id !== undefined && { streamId: id }) };
  return withInfo({ type: 'typing', text }, info);
}

function withInfo(
  outgoing: Omit<Packet, 'entities' | 'channelData'> & Parts,
  info: StreamInfo,
): Packet {
  const { entities = [], channelData } = outgoing;
  return {
    ...outgoing,
    entities: [...entities, { type: 'streaminfo', ...info }],
    channelData: { ...channelData, ...info },
  };
}

type Parts = Pick<OutgoingMessage, 'entities' | 'channelData'>;
