import { createHash } from 'node:crypto';
import type { Place } from './place.ts';

/** What is known of a person's sign-in at a channel, wherever they write there. It never holds a token. */
export interface SignIn {
  id: string;
  /** Counts sign-ins and sign-outs: what an instance read of an earlier one no longer counts. */
  generation: number;
  /**
   * As whom the person signed in, by conversation (hashes of both). Only where no channel vouches for people: a page can
   * claim to be anyone, but it can't choose the conversation that it writes in.
   */
  seenIn?: Record<string, string>;
  /** What waits for the person to sign in. */
  waiting?: WaitingForSignIn;
  /** The message with the code that was taken last: redelivered, it is no question. */
  codeActivityId?: string;
  expiresAt: number;
}

/** A sign-in that has begun. All times are ms since 1970. */
export interface WaitingForSignIn {
  since: number;
  until: number;
  /** The question that is asked after it; absent if the person only wants to sign in. */
  questionId?: string;
  /** Hash of the conversation that has the card. */
  conversation: string;
  /** The token service had a token for this person already, from another sign-in. */
  hadToken?: true;
  /** Codes that were tried with this card. */
  tries?: number;
}

/** How long a question waits for its asker to sign in: as long as the SDK's own prompt. */
export const signInWaitMs = 15 * 60_000;

/** The row of a person at a channel: the token service tells people apart in the same way. */
export function signInIdOf({ channelId, user }: Place): string {
  return hash(channelId, user.id);
}

/** How a row refers to a conversation. */
export function conversationKeyOf({ channelId, conversation }: Place): string {
  return hash(channelId, conversation.id);
}

function hash(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
