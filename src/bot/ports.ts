import type { OutgoingMessage } from '../cards/parts/outgoingMessage.ts';
import type { Place } from '../questions/place.ts';

/** What the bot sends. The channel adds where it goes. */
export type Outgoing = OutgoingContent | { type: 'typing' } | Packet;

/** What stays. */
export type OutgoingContent = OutgoingMessage | OutgoingText;

/** Read as Markdown unless it is `plain`. */
interface OutgoingText {
  text: string;
  textFormat?: 'plain';
}

/** Where a packet stands in its stream. */
export interface StreamInfo {
  /** `informative`: what is being done; `streaming`: the answer so far; `final`: the message that stays. */
  streamType: 'informative' | 'streaming' | 'final';
  /** Absent in the first packet, whose ID it is. */
  streamId?: string;
  /** 1, 2, …; absent in the last packet. */
  streamSequence?: number;
}

/** A part of a stream. Teams reads where it stands in the entity, and Web Chat in the channel data. */
export interface Packet {
  /** The last one is a `message`, if anything is to stay. */
  type: 'typing' | 'message';
  text?: string;
  textFormat?: 'plain';
  /** Only in the last one. */
  summary?: string;
  attachments?: OutgoingMessage['attachments'];
  entities: Readonly<Record<string, unknown>>[];
  channelData: StreamInfo & { 'webchat:sequence-id'?: number } & OutgoingMessage['channelData'];
}

export interface Channel {
  /** Posts an activity as a reply to the place's activity, and returns its id; empty if the channel names none. */
  post(place: Place, outgoing: Outgoing): Promise<string>;
  /** Replaces an activity with `outgoing`. Doing so twice is harmless. */
  update(place: Place, activityId: string, outgoing: Outgoing): Promise<void>;
  /** Opens the personal chat with the place's user. Doing so twice is harmless: it's the same chat. */
  openChat(place: Place): Promise<Place>;
  /** The Teams profile of the place's user; `undefined` if the channel returned another person's. */
  readProfile(place: Place): Promise<Profile | undefined>;
}

/** What Teams says about a person. Each part can be absent. */
export interface Profile {
  name?: string;
  email?: string;
  /** The person's Entra tenant. A conversation's tenant is the one that hosts it. */
  tenantId?: string;
  isGuest?: boolean;
}

/** What an invoke is answered with, which is an activity that waits for its answer. */
export interface InvokeResponse {
  status: number;
  body?: object;
}
