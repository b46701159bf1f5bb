import { AppError, type ErrorCode } from '../common/errors.ts';
import type { MessageIds, Rating } from '../genie/types.ts';
import type { Place } from './place.ts';
import type { Session } from './session.ts';

/**
 * The life of a question (`advance.ts` takes the steps):
 *
 *   received → asking → asked → answered → delivered
 *                         ↓        ↑
 *      any → failing → overdue ────┘
 *               ↓         ↓
 *             failed    failed
 *
 * `asking` is written before Genie is called, so that a question found there may or may not have reached Genie.
 * `answered` and `failing` have an outcome that the asker has not seen yet. An `overdue` question's asker was told that
 * it takes too long; should Genie answer after all, they get it. `delivered` and `failed` are the end.
 */
export type QuestionState =
  | 'received'
  | 'asking'
  | 'asked'
  | 'answered'
  | 'delivered'
  | 'failing'
  | 'overdue'
  | 'failed';

/** How an outcome is shown: in the place of the progress, or as a message of its own. */
export type Sending = 'update' | 'post';

export interface Question {
  /** `<session id>-<activity hash>`: the same activity, delivered again, has the same id. */
  id: string;
  sessionId: string;
  state: QuestionState;
  /** What the person wrote, without the mention of the bot. The row forgets it: `forgetWords.ts`. */
  text?: string;
  /** What Genie is sent: the text, with who asks before it where that is on. Forgotten with the text. */
  content?: string;
  /** From then on the row no longer needs the words (ms since 1970). Absent: it keeps them. */
  wordsUntil?: number;
  /** Where the question came from and the answer goes to. */
  place: Place;
  /** Unguessable; the cards carry it to prove that they were made by us for this question. */
  nonce: string;
  /** The session's generation when the question was asked: a reset in between must not be undone by its answer. */
  generation: number;
  spaceId?: string;
  conversationId?: string;
  messageId?: string;
  /** The conversation's newest message before this question: what is older is not its answer. */
  previousMessageId?: string;
  /** Genie no longer had the conversation, or the session had idled out: the asker is told that it starts anew. */
  startedAnew?: 'conversation-gone' | 'idle';
  /** How often Genie was, or may have been, asked. */
  attempts: number;
  /** How often the channel did not take the answer. */
  deliveryAttempts: number;
  /** How often a step was repeated because Genie was troubled, and how often of these it said 429. */
  retries?: number;
  throttled?: number;
  /** Milliseconds that Genie was seen in each of its statuses. */
  msByStatus?: Record<string, number>;
  /** Rows of the answer's tables. */
  rows?: number;
  /** The message that shows the progress, and that an update turns into the answer. */
  progressActivityId?: string;
  answerActivityId?: string;
  /** Further messages that show the answer. */
  copyActivityIds?: string[];
  failure?: { code: ErrorCode; errorId: string; detail?: string };
  rating?: Rating;
  /** What the asker wrote with the rating. */
  ratingComment?: string;
  /** The asker, as Databricks and the audit trail name them: `askerLabel.ts`. */
  asker?: string;
  /** How the asker was known when they asked. */
  askerKnownBy?: Session['user']['knownBy'];
  /** The asker has had its Genie conversation deleted. */
  conversationDeleted?: true;
  /** Who works on it, another one each time it is taken, and until when that is believed (ms since 1970). */
  lease?: { owner: string; until: number };
  /** How often somebody began to work on it, in the state that it is in, and was not heard of again. */
  unfinished?: number;
  /**
   * How the outcome is being sent, written before it is. Another update changes nothing; another new message would be
   * read twice, and nobody knows whether the first was sent.
   */
  sending?: Sending;
  /** All times are milliseconds since 1970. */
  acceptedAt: number;
  /** When the channel's request was let go. */
  acknowledgedAt?: number;
  /** When Genie's budget, or a backoff, lets it be asked. */
  startAt?: number;
  /** `startAt` is its place in the line for Genie's budget, which may change while it waits. */
  inLine?: boolean;
  /** It waits for an earlier question of its session, whose end wakes it. */
  parked?: boolean;
  askingAt?: number;
  askedAt?: number;
  answeredAt?: number;
  endedAt?: number;
  /** Since when Genie cannot be looked at, while it has the question. */
  troubledSince?: number;
  /** The start time that the asker was told. */
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
}

/** When questions may start, for one workspace: what `budget.ts` makes of Genie's limit. */
export interface Budget {
  /** In order: those that still count and those to come. */
  starts: Start[];
  /** Genie refused with 429: nothing starts before (ms since 1970). */
  blockedUntil?: number;
  /** Questions without a place in line yet, since they wait for others of their own asker (ms since 1970). */
  parked?: { questionId: string; since: number }[];
}

/** What one person asked in the last minute, wherever they asked it. */
export interface Allowance {
  id: string;
  /** In order (ms since 1970). */
  asked: { questionId: string; at: number }[];
  /** When the person was last told that they ask too often (ms since 1970). */
  toldAt?: number;
  expiresAt: number;
}

export const endStates: ReadonlySet<QuestionState> = new Set(['delivered', 'failed']);

/** What Genie is sent, or was sent. A question that has not ended has it. */
export function contentOf({ id, content }: Question): string {
  if (content === undefined) throw new AppError('internal', `Question ${id} has no words`);
  return content;
}

/** The ids of the message that a question became. */
export function idsOf({ id, spaceId, conversationId, messageId }: Question): MessageIds {
  if (!spaceId || !conversationId || !messageId) {
    throw new AppError('internal', `Question ${id} has no message in Genie`);
  }
  return { spaceId, conversationId, messageId };
}
