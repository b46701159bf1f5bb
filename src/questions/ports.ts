import type { Answer } from '../answers/answer.ts';
import type {
  Conversation,
  Message,
  MessageIds,
  MessageStatus,
  Rating,
  Space,
} from '../genie/types.ts';
import type { Allowance, Budget, Question, Sending } from './question.ts';
import type { Session, SharedPlace } from './session.ts';

/** A value as it was read, with the tag that a write must still find. */
export interface Versioned<T> {
  value: T;
  etag: string;
}

/**
 * Rows of one kind. A write that lost a race says so by `undefined`, since losing one is ordinary here; anything else
 * that goes wrong throws an `AppError` with the code `storage`.
 */
export interface Store<T> {
  /** `undefined`: no such row, or it has expired. */
  get(id: string): Promise<Versioned<T> | undefined>;
  /** `undefined`: a row with this id is already there. An expired one is replaced. */
  insert(value: T): Promise<Versioned<T> | undefined>;
  /** `undefined`: the row changed, or vanished, since it was read. */
  replace(current: Versioned<T>, next: T): Promise<Versioned<T> | undefined>;
  /** Deletes whatever is there. */
  delete(id: string): Promise<void>;
  /** Deletes what expired before `now` (ms since 1970) and says how many rows that were. */
  deleteExpired(now: number): Promise<number>;
}

export interface QuestionStore extends Store<Question> {
  /** The questions of a session that have not ended, oldest first. */
  listOpen(sessionId: string): Promise<Question[]>;
  /** Every question of a session that is still kept, oldest first. */
  listAll(sessionId: string): Promise<Question[]>;
  /** Every question that has not ended, and that somebody should have worked on by `now` but does not. For the sweep. */
  listAbandoned(now: number): Promise<Question[]>;
  /** Every ended question whose words are no longer needed at `now`. For the sweep. */
  listOutspoken(now: number): Promise<Question[]>;
  /** The questions of everybody that were accepted after `time` (ms since 1970), in no order, page by page. */
  listSince(time: number): AsyncIterable<Question[]>;
  /**
   * Says once and for all which question started a Genie conversation, where two people may have asked the same words
   * at the same time. True for the first question that asks, and for it again.
   */
  claim(conversationId: string, questionId: string): Promise<boolean>;
}

export type SessionStore = Store<Session>;

export type AllowanceStore = Store<Allowance>;

export type SharedPlaceStore = Store<SharedPlace>;

/** The id is the workspace's host. */
export type BudgetStore = Store<Budget & { id: string }>;

/**
 * `go`: carry on now. `watch`: see whether that happens. `backup`: the same, at other times. `parked`: see whether it is
 * still the turn of another question (`watchdog.ts`).
 */
export interface Work {
  kind: 'go' | 'watch' | 'backup' | 'parked';
  questionId: string;
}

export interface WorkQueue {
  /** Puts `work` in the queue, to be seen after `delayMs`. */
  send(work: Work, delayMs?: number): Promise<void>;
}

/** What the life of a question needs of Genie. Errors are `GenieError`s. */
export interface Genie {
  /** The space to ask when none is set: the first that the credentials can see. @throws AppError `no-space` */
  findSpace(): Promise<string>;
  /** Asks once, in a new conversation where none is given. Never repeated by itself. */
  ask(
    spaceId: string,
    conversationId: string | undefined,
    content: string,
    signal?: AbortSignal,
  ): Promise<MessageIds>;
  /** The newest messages of a conversation. */
  listMessages(spaceId: string, conversationId: string, signal?: AbortSignal): Promise<Message[]>;
  /** The newest conversations of a space, those of all its askers. */
  listConversations(spaceId: string, signal?: AbortSignal): Promise<Conversation[]>;
  /**
   * Waits until Genie is done; `undefined` when it is still at work at `until` (ms since 1970).
   *
   * @param onStatus told the status at every look that finds Genie at work
   */
  watch(
    ids: MessageIds,
    until: number,
    onStatus: (status: MessageStatus) => void,
    signal?: AbortSignal,
  ): Promise<Message | undefined>;
  getMessage(ids: MessageIds, signal?: AbortSignal): Promise<Message>;
  /** Reads the rows behind a finished message, and makes one answer of it all. */
  readAnswer(message: Message, signal?: AbortSignal): Promise<Answer>;
  /** What the asker, or an admin, can do about a message that FAILED. */
  explainFailure(message: Message): string;
  rate(ids: MessageIds, rating: Rating, comment?: string): Promise<void>;
  describeSpace(spaceId: string): Promise<Space>;
  /** Every space that the credentials can see. */
  listSpaces(): Promise<Space[]>;
  /** The questions that the space's own definition suggests; none where it has none, or may not be read. */
  listSampleQuestions(spaceId: string): Promise<string[]>;
  /** Deleting what is gone already succeeds. */
  deleteConversation(spaceId: string, conversationId: string): Promise<void>;
}

/** What keeps the asker patient. */
export interface Progress {
  /** Genie's status, or why Genie has not been asked yet. */
  status: MessageStatus | 'WAITING_FOR_TURN' | 'WAITING_FOR_BUDGET';
  /** Since the question was accepted. */
  elapsedMs: number;
  /** How long until Genie is asked, where that is known. */
  waitMs?: number;
}

/** Called when a message has been made, right before it is sent; rejects where it is to be kept back. */
export type BeforeSending = (sending: Sending) => Promise<void>;

/** Brings things to the asker. Every method throws a `CourierError` when it could not. */
export interface Courier {
  /**
   * Shows that the question is being worked on. Where the channel can update messages that is one message, whose id is
   * returned and then kept as the question's `progressActivityId`; elsewhere it is typing.
   */
  showProgress(question: Question, progress: Progress): Promise<string | undefined>;
  /** Shows the answer, in the way that `question.sending` says if it does, and returns the id of the activity. */
  deliverAnswer(question: Question, answer: Answer, beforeSending: BeforeSending): Promise<string>;
  /** Tells the asker why there is no answer, `question.failure`, in the same way. */
  deliverFailure(question: Question, beforeSending: BeforeSending): Promise<string>;
  /** Where the outcome is a message of its own, says so in the place of the progress. That this fails loses nothing. */
  endProgress(question: Question, outcomeActivityId: string): Promise<void>;
  /** Says in the place of the progress, where there is one, that the asker cancelled the question. */
  showCancelled(question: Question): Promise<void>;
}

/**
 * Why the channel did not take an activity.
 * - `later`: it certainly did not, and may when it is sent again.
 * - `unsure`: it may have. Sent again, a person might read it twice.
 * - `refused`: it never will; the person blocked or removed the bot, or the conversation is gone.
 * - `too-large`: it would take less.
 */
export type CourierErrorKind = 'later' | 'unsure' | 'refused' | 'too-large';

/** The channel did not take an activity, or did not say so. */
export class CourierError extends Error {
  override readonly name = 'CourierError';
  readonly kind: CourierErrorKind;
  /** The channel's HTTP status; `undefined` when it did not answer. */
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(
    kind: CourierErrorKind,
    message: string,
    cause: unknown,
    status?: number,
    retryAfterMs?: number,
  ) {
    super(message, { cause });
    this.kind = kind;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }

  /** The same error of another kind. */
  as(kind: CourierErrorKind): CourierError {
    return new CourierError(kind, this.message, this.cause, this.status, this.retryAfterMs);
  }
}
