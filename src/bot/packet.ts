import type { OutgoingMessage } from '../cards/parts/outgoingMessage.ts';
import type { OpenStream, Stream } from '../questions/stream.ts';
import type { Outgoing, OutgoingContent, Packet, StreamInfo } from './ports.ts';

/** What is being done. The first packet of a stream, which has no ID yet, is one of these. */
export function informativePacket(text: string, stream: Stream): Packet {
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

/** Ends a stream of which nothing is to stay, in Web Chat. */
export function emptyPacket({ id }: OpenStream): Packet {
  return withInfo({ type: 'typing' }, { streamType: 'final', streamId: id });
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
