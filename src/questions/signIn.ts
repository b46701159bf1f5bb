import { createHash } from 'node:crypto';
import { ownerOfChat } from './ids.ts';
import type { Place, Reading } from './place.ts';

/** What is known of a person's sign-in at a channel, wherever they write there. It never holds a token. */
export interface SignIn {
  id: string;
  /** Counts sign-ins and sign-outs: what an instance read of an earlier one no longer counts. */
  generation: number;
  /**
   * As whom the person signed in, by conversation (hashes of both). Only where no channel vouches for people: a page can
   * claim to be anyone, but it can't choose the conversation that it writes in. Empty: they have signed out everywhere.
   */
  seenIn?: Record<string, string>;
  /** What waits for the person to sign in. */
  waiting?: WaitingForSignIn;
  /** What their subscriptions ask, and what waits for the same: apart, so that neither takes the other's place. */
  waitingRuns?: WaitingRuns;
  /** When the newest token that counted was issued (ms since 1970): who shows no newer one has not signed in since. */
  issuedAt?: number;
  /** The message with the code that was taken last: redelivered, it is no question. */
  codeActivityId?: string;
  /** The code that was typed last, as a hash, and when (ms since 1970): typed twice, it is no question either. */
  typed?: { code: string; at: number };
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
  /** How the person reads: the steps of a sign-in seldom say. */
  reading?: Reading;
  /** The token service had a token for this person already, from another sign-in. */
  hadToken?: true;
  /** Codes that were tried with this card. */
  tries?: number;
  /** Until then another conversation waits for the same user, too: which of them a new token is for, nobody can tell. */
  contestedUntil?: number;
}

/**
 * What a person's subscriptions ask, and what waits for their sign-in. One card asks for all of it, and stays the only one
 * for as long as it isn't answered: `questionIds` can be empty.
 */
export interface WaitingRuns extends Omit<WaitingForSignIn, 'questionId'> {
  questionIds: string[];
  /** The question whose owner shows the card. */
  shownBy: string;
}

/** How long a question waits for its asker to sign in: as long as the SDK's own prompt. */
export const signInWaitMs = 15 * 60_000;

/** The detail of `sign-in-required` if the token service has a token, which doesn't do. */
export const hasToken = 'has-token';

/** The row of a person at a channel: the token service tells people apart in the same way. */
export function signInIdOf({ channelId, user }: Place): string {
  return hash(channelId, user.id);
}

/**
 * How a row refers to a conversation. Those that a visitor of our own page writes in are all theirs: who has signed in in
 * one has done so in all.
 */
export function conversationKeyOf({ channelId, conversation, visitor }: Place): string {
  const owner = visitor && ownerOfChat(visitor.chatId);
  return owner ? hash(channelId, 'visitor', owner) : hash(channelId, conversation.id);
}

/** The sign-in that has begun in a place: for what was typed last, as long as that counts, or for subscriptions. */
export function signInBegunIn(
  { waiting, waitingRuns }: Pick<SignIn, 'waiting' | 'waitingRuns'>,
  place: Place,
  now: number,
): WaitingForSignIn | WaitingRuns | undefined {
  const here = conversationKeyOf(place);
  const begun = [waiting, waitingRuns].filter((each) => each?.conversation === here);
  return begun.find((each) => each !== undefined && each.until > now) ?? begun[0];
}

/** How a row refers to a code that was typed. */
export function codeKeyOf({ channelId, user }: Place, code: string): string {
  return hash(channelId, user.id, code);
}

function hash(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
