import { AppError, type ErrorCode } from '../common/errors.ts';
import type { MessageIds, Rating } from '../genie/types.ts';
import { isEndpoint } from './endpoint.ts';
import { channelOf, type Place } from './place.ts';
import type { Session } from './session.ts';
import type { Stream } from './stream.ts';
import type { Run } from './subscription.ts';

/**
 * The life of a question (`advance.ts` takes the steps):
 *
 *   signing-in
 *      ↑↓
 *   received → asking → asked → answered → delivered
 *                         ↓        ↑
 *      any → failing → overdue ────┘
 *               ↓         ↓
 *             failed    failed
 *
 * `asking` is written before Genie is called, so a question found in it might or might not have reached Genie.
 * `signing-in` waits for its asker to sign in. `answered` and `failing` have an outcome that the asker has not seen yet. The asker of an `overdue` question was told
 * that it takes too long; if Genie answers after all, they still get it. `delivered` and `failed` are final.
 */
export type QuestionState =
  | 'received'
  | 'signing-in'
  | 'asking'
  | 'asked'
  | 'answered'
  | 'delivered'
  | 'failing'
  | 'overdue'
  | 'failed';

/**
 * What is said where others read: that a question's answer will be in its asker's own chat, or that they have to open that;
 * that they have to sign in there, or to open it for that.
 */
export type PlaceNote = 'private' | 'closed' | 'sign-in' | 'sign-in-closed';

/** How an outcome is shown: the progress message becomes it, it ends the progress's stream, or it is a new message. */
export type Sending = 'update' | 'final' | 'post';

/** The asker's word on what an answerer asked to be allowed to do. */
export interface Decision {
  requestId: string;
  isApproved: boolean;
}

export interface Question {
  /** `<session id>-<activity hash>`: a redelivered activity has the same ID. */
  id: string;
  sessionId: string;
  state: QuestionState;
  /** What the person typed, without the mention of the bot. The row forgets it: `forgetWords.ts`. */
  text?: string;
  /** What is sent to Genie: the text, preceded by the asker if that is on. Forgotten with the text. */
  content?: string;
  /** When the text is no longer needed (ms since 1970). Absent: the row keeps it. */
  wordsUntil?: number;
  /** Where the question came from. The answer goes there, too, unless it `isPrivate`: see `answerPlaceOf`. */
  place: Place;
  /** It was asked where others read along, and only its asker is to see the answer: in their own chat. */
  isPrivate?: true;
  /** A button asked it once more: its words aren't in the chat above its answer. */
  isAgain?: true;
  /** The message whose answer was asked for once more. */
  replaces?: string;
  /** It says whether the answerer may do what it asked for. */
  decision?: Decision;
  /** A subscription asks it: nobody waits for it, and nothing is shown but its outcome. */
  run?: Run;
  /** The asker's own chat, once it is known. */
  answerTo?: Place;
  /** Since when that chat can't be opened, or takes nothing (ms since 1970). */
  closedSince?: number;
  /** What the place was told of that, and the message that says so; absent: what nobody had to be told. */
  note?: { says: PlaceNote; activityId?: string };
  /** The asker shared the answer where it was asked, or began to: absent `activityId`. Written before it's posted. */
  shared?: { at: number; activityId?: string };
  /** Unguessable; cards carry it to prove that we made them for this question. */
  nonce: string;
  /** The session's generation when the question was asked: its answer must not undo a later reset. */
  generation: number;
  spaceId?: string;
  conversationId?: string;
  messageId?: string;
  /** `asking`: what it became in Genie, unless another question has claimed that conversation: `claimConversation.ts`. */
  claiming?: MessageIds;
  /** The conversation's newest message before this question: anything older is not its answer. */
  previousMessageId?: string;
  /**
   * Why the question starts a new conversation, which the asker is told: Genie lost the old one, it idled out, or it was
   * asked with other rights, in another mode of Genie's, or of another space, than this question.
   */
  startedAnew?: 'conversation-gone' | 'idle' | 'identity' | 'mode' | 'space';
  /** As whom Genie was asked: a person's key. Absent: as the bot. */
  askedAs?: string;
  /** `since` and `until` (ms since 1970): its asker has, or had, to sign in. `cardId`: the activity that says so. */
  signIn?: { since: number; until: number; times: number; hadToken?: true; cardId?: string };
  /** How often Genie was or may have been asked. */
  attempts: number;
  /** How often the channel did not accept an outcome. */
  deliveryAttempts: number;
  /** The same in the current state, by the `CourierErrorKind`. */
  refusals?: Record<string, number>;
  /** How often a step was repeated because Genie was in trouble, and how many of these were a 429. */
  retries?: number;
  throttled?: number;
  /** Milliseconds that Genie spent in each of its statuses. */
  msByStatus?: Record<string, number>;
  /** Rows of the answer's tables. */
  rows?: number;
  /** The progress message, which an update turns into the answer. */
  progressActivityId?: string;
  /** The stream that shows the progress, or did. */
  stream?: Stream;
  answerActivityId?: string;
  /** Other messages that show the answer. */
  copyActivityIds?: string[];
  /** `silentMs`: how long Genie hadn't answered when it was given up. */
  failure?: { code: ErrorCode; errorId: string; detail?: string; silentMs?: number };
  rating?: Rating;
  /** The asker's comment. */
  ratingComment?: string;
  /** The asker, as Databricks and the audit trail name them: `askerLabel.ts`. */
  asker?: string;
  /** How we knew the asker when they asked. */
  askerKnownBy?: Session['user']['knownBy'];
  /** The asker had its Genie conversation deleted. */
  conversationDeleted?: true;
  /** The owner, a new one for each attempt, and until when they count as working on it (ms since 1970). */
  lease?: { owner: string; until: number };
  /** Crashed attempts in the current state, and the one in progress. */
  unfinished?: number;
  /**
   * How the outcome is about to be sent, written before sending. Repeating an update changes nothing; repeating a new
   * message could show it twice, because there is no telling whether the first one was sent.
   */
  sending?: Sending;
  /** All times are milliseconds since 1970. */
  acceptedAt: number;
  /** When the channel got its 200. */
  acknowledgedAt?: number;
  /** When Genie's budget or a backoff allows the next try. */
  startAt?: number;
  /** `startAt` is its place in the line for Genie's budget, which may change while it waits. */
  inLine?: boolean;
  /** It waits for an earlier question of its session, whose end wakes it. */
  parked?: boolean;
  askingAt?: number;
  askedAt?: number;
  answeredAt?: number;
  endedAt?: number;
  /** Since when Genie hasn't answered the calls for this question, or was known not to answer any. */
  troubledSince?: number;
  /** When the asker was told so, or that the endpoint is starting. */
  toldTroubleAt?: number;
  /** Since when an endpoint has turned the question away, for it is starting, or has reached its limit. */
  turnedAwaySince?: number;
  /** The start time the asker was told. */
  toldStartAt?: number;
  expiresAt: number;
}

/** A question's place in the line for a workspace's budget. */
export interface Start {
  questionId: string;
  /** When it may start, or did (ms since 1970). */
  at: number;
  started?: boolean;
  /** Whose question it is. */
  person?: string;
  /** Nobody but the asker says who they are. */
  unvouched?: boolean;
  /** Whose turn it is among people who have several questions in line: `fairOrder.ts`. */
  round?: number;
  /** A subscription asks it: it starts behind everyone who waits for an answer. */
  isRun?: true;
}

/** When questions may start, for one workspace: what `budget.ts` makes of Genie's limit. */
export interface Budget {
  /** In order: those that still count and those to come. */
  starts: Start[];
  /** Genie refused with 429: nothing starts before (ms since 1970). */
  blockedUntil?: number;
  /** Questions without a place in line yet, since they wait for others of their own asker (ms since 1970). */
  parked?: (Pick<Start, 'questionId' | 'person' | 'unvouched'> & { since: number })[];
  /** Genie isn't answering, or that's suspected. */
  outage?: Outage;
  /** The latest question that Genie didn't take for some seconds, although it answered a probe (ms since 1970). */
  untaken?: { questionId: string; at: number };
}

/** What all instances know of a time in which Genie isn't answering: `outage.ts`. All times are ms since 1970. */
export interface Outage {
  /** Its first sign. */
  since: number;
  /** A probe failed. Until one succeeds, no other call is made; before that, it may be one question's trouble alone. */
  isProven?: true;
  /** Genie answers probes but takes no questions: only a question can find out whether it's back. */
  asksOnly?: true;
  /** Nobody probes before. */
  probeAt: number;
  /** The question whose owner is probing. */
  probedBy?: string;
}

/** What one person asked in the last minute, in any place. */
export interface Allowance {
  id: string;
  /** In order (ms since 1970). */
  asked: { questionId: string; at: number }[];
  /** When the person was last told that they ask too often (ms since 1970). */
  toldAt?: number;
  expiresAt: number;
}

export const endStates: ReadonlySet<QuestionState> = new Set(['delivered', 'failed']);

/**
 * What is or was sent to Genie, or to an endpoint: a model isn't told who asks. A question that has not ended has it.
 */
export function contentOf({ id, spaceId, text, content }: Question): string {
  if (isEndpoint(spaceId) && text !== undefined) return text;
  if (content === undefined) throw new AppError('internal', `Question ${id} has no words`);
  return content;
}

/** Where everything about a question is told; `undefined`: in its asker's own chat, which isn't known yet. */
export function answerPlaceOf({
  place,
  isPrivate,
  answerTo,
}: Pick<Question, 'place' | 'isPrivate' | 'answerTo'>): Place | undefined {
  return isPrivate ? answerTo : place;
}

/** Whether its outcome may be there already in a way that can be repeated: only such a way can follow. */
export function mayRepeat({ sending, place }: Pick<Question, 'sending' | 'place'>): boolean {
  return sending === 'update' || (sending === 'final' && channelOf(place).canUpdate);
}

/**
 * Whether its outcome may be there already as something that would be there twice if it was sent again. Only Teams
 * recognizes the second end of a stream.
 */
export function mayBePosted({ sending, place }: Pick<Question, 'sending' | 'place'>): boolean {
  return sending === 'post' || (sending === 'final' && !channelOf(place).canUpdate);
}

/** Whether the answer to a question that failed is still looked for: Genie has only taken too long. */
export function mayStillCome({ failure, messageId }: Question): boolean {
  return failure?.code === 'genie-timeout' && messageId !== undefined;
}

/** Since when someone waits for what began at a time (ms since 1970): nobody waits for a run before it's due. */
export function awaitedSince({ run }: Pick<Question, 'run'>, since: number): number {
  return Math.max(since, run?.dueAt ?? since);
}

/** Whether the question has an owner. */
export function isLeased({ lease }: Question, now: number): boolean {
  return lease !== undefined && lease.until > now;
}

/** The IDs of the question's message in Genie. */
export function idsOf({ id, spaceId, conversationId, messageId }: Question): MessageIds {
  if (!spaceId || !conversationId || !messageId) {
    throw new AppError('internal', `Question ${id} has no message in Genie`);
  }
  return { spaceId, conversationId, messageId };
}
