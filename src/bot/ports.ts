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
  /** Puts `outgoing` in the place of an activity: doing it again changes nothing. */
  update(place: Place, activityId: string, outgoing: Outgoing): Promise<void>;
  /** The Teams profile of the place's user; `undefined` where the channel spoke of somebody else. */
  readProfile(place: Place): Promise<Profile | undefined>;
}

/** What Teams says of a person; each part is absent where it did not say it. */
export interface Profile {
  name?: string;
  email?: string;
  /** The Entra tenant that the person is of. That of the conversation is the one that hosts it. */
  tenantId?: string;
  isGuest?: boolean;
}
