import type { OutgoingMessage } from '../cards/parts/outgoingMessage.ts';
import type { Place } from '../questions/place.ts';

/** What the bot sends. The channel adds where it goes. */
export type Outgoing = OutgoingMessage | OutgoingText | { type: 'typing' };

/** Read as Markdown unless it is `plain`. */
interface OutgoingText {
  text: string;
  textFormat?: 'plain';
}

export interface Channel {
  /** Posts an activity as a reply to the place's activity, and returns its id. */
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
