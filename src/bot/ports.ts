import type { Activity } from 'botbuilder';
import type { Place } from '../questions/place.ts';

/** What the bot sends: the parts of an activity that say what, not where. */
export type Outgoing = Partial<Activity>;

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

/** What an invoke is answered with, which is an activity that waits for its answer. */
export interface InvokeResponse {
  status: number;
  body?: object;
}
