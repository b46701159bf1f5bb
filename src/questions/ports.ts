import type { Answer, ApprovalRequest, Citation } from '../answers/answer.ts';
import type {
  Conversation,
  Message,
  MessageIds,
  MessageStatus,
  Rating,
  Space,
} from '../genie/types.ts';
import type { Chat, Deletion, Visit } from './chat.ts';
import type { Place } from './place.ts';
import type { Allowance, Budget, Decision, PlaceNote, Question, Sending } from './question.ts';
import type { OwnChat, Session, SharedPlace } from './session.ts';
import type { SignIn } from './signIn.ts';
import type { PauseReason, Subscription } from './subscription.ts';

export type { Decision } from './question.ts';

/** A value as read, with the ETag that a write must still find. */
export interface Versioned<T> {
  value: T;
  etag: string;
}

/**
 * Rows of one kind. A write that loses a race returns `undefined`, because that is routine here; any other failure
 * throws an `AppError` with the code `storage`.
 */
export interface Store<T> {
  /** `undefined`: no such row, or it has expired. */
  get(id: string): Promise<Versioned<T> | undefined>;
  /** `undefined`: there is already a row with this ID. An expired one is replaced. */
  insert(value: T): Promise<Versioned<T> | undefined>;
  /** `undefined`: the row changed, or vanished, since it was read. */
  replace(current: Versioned<T>, next: T): Promise<Versioned<T> | undefined>;
  /** Deletes the row if there is one. */
  delete(id: string): Promise<void>;
  /** Deletes what expired before `now` (ms since 1970) and returns the number of rows. */
  deleteExpired(now: number): Promise<number>;
}

export interface QuestionStore extends Store<Question> {
  /** The questions of a session that have not ended, oldest first. */
  listOpen(sessionId: string): Promise<Question[]>;
  /** All questions of a session that are still kept, oldest first. */
  listAll(sessionId: string): Promise<Question[]>;
  /** All questions that have not ended and should have an owner at `now`, but have none. For the sweep. */
  listAbandoned(now: number): Promise<Question[]>;
  /** All ended questions whose text is no longer needed at `now`. For the sweep. */
  listOutspoken(now: number): Promise<Question[]>;
  /** Everyone's questions accepted after `time` (ms since 1970), unordered, page by page. */
  listSince(time: number): AsyncIterable<Question[]>;
  /**
   * Decides once and for all which question started a Genie conversation, because two people may have asked the same
   * words at the same time. True for the first question that claims it, however often.
   */
  claim(conversationId: string, questionId: string): Promise<boolean>;
}

export type SessionStore = Store<Session>;

export type SignInStore = Store<SignIn>;

export type AllowanceStore = Store<Allowance>;

export type SharedPlaceStore = Store<SharedPlace>;

/** The id is the person's. */
export type OwnChatStore = Store<OwnChat>;

/** The id is the workspace's host. */
export type BudgetStore = Store<Budget & { id: string }>;

/**
 * One turn of a conversation with a serving endpoint. Nothing rests there, so this is where the answer is read from, and
 * the history that goes along with the next question.
 */
export interface KeptTurn extends Omit<Asking, 'conversationId' | 'content'>, MessageIds {
  /** `turnIdOf` its message. */
  id: string;
  /** What the person said. */
  question: string;
  /** Absent: it isn't answered yet, or never was. */
  reply?: {
    /** Markdown. */
    text: string;
    citations?: Citation[];
    approval?: ApprovalRequest;
    traceId?: string;
  };
  /** Who began the call after which something is done that the asker allowed: nobody makes it a second time. */
  begunBy?: string;
  /** All times are milliseconds since 1970. */
  askedAt: number;
  expiresAt: number;
}

export interface TurnStore extends Store<KeptTurn> {
  /** All turns of a conversation that are still kept, oldest first. */
  listAll(conversationId: string): Promise<KeptTurn[]>;
}

export type VisitStore = Store<Visit>;

export interface ChatStore extends Store<Chat> {
  /** All chats of an owner that are still kept, in whatever order. */
  listAll(owner: string): Promise<Chat[]>;
}

export interface DeletionStore extends Store<Deletion> {
  /** All deletions that are to be carried out by `now` (ms since 1970). For the sweep. */
  listDue(now: number): Promise<Deletion[]>;
}

export interface SubscriptionStore extends Store<Subscription> {
  /** All subscriptions of an owner, oldest first. */
  listAll(owner: string): Promise<Subscription[]>;
  /** All that should have been looked at by `now` (ms since 1970). For the sweep. */
  listOverdue(now: number): Promise<Subscription[]>;
}

/** `go`: carry on now. `watch`: check that there is an owner. `backup`: the same, at other times (`watchdog.ts`). */
export interface Work {
  kind: 'go' | 'watch' | 'backup';
  questionId: string;
}

/** Look whether a subscription is due. `due-backup`: the same a moment later, should the first be killed. */
export interface DueWork {
  kind: 'due' | 'due-backup';
  subscriptionId: string;
  /** Which look it is: `Subscription.look`. */
  look: number;
}

export interface WorkQueue<T = Work> {
  /** Queues `work`, visible after `delayMs`: seven days at most. */
  send(work: T, delayMs?: number): Promise<void>;
}

/** A part of a list of Genie's. */
export interface Page<T> {
  items: T[];
  /** Absent on the last one. */
  nextPage?: string | undefined;
}

/** What there is to say about a message that FAILED. */
export interface GenieFailure {
  /** What the asker or an admin can do about it. */
  kind: string;
  /** Genie's own texts; Markdown. */
  texts: string[];
  /** Questions to ask instead. */
  suggestions: string[];
}

/** A question on its way to an answerer. */
export interface Asking {
  spaceId: string;
  /** Absent: it starts a conversation. */
  conversationId: string | undefined;
  content: string;
  /** What the asker says to the request for approval in the answer before; `content` says the same in words. */
  decision?: Decision | undefined;
  /** The message whose answer this one's takes the place of: it was asked again. */
  replaces?: string | undefined;
  /** Tells people apart without naming them. */
  userKey?: string | undefined;
}

/** What an answerer has said before it is done; Markdown. */
export interface Said {
  /** What it is doing, in its own words: one line. */
  step?: string;
  /** The answer so far, from its beginning. */
  text?: string;
}

/**
 * Who answers questions: Genie, in one of its modes, or a serving endpoint. Errors are `GenieError`s. What the life of a
 * question waits for is never retried in here: the asker is to hear of trouble within seconds.
 */
export interface Answerer {
  /** Asks once. Never retries by itself. */
  ask(asking: Asking, signal?: AbortSignal): Promise<MessageIds>;
  /** One page of a conversation's messages, in whatever order. */
  listMessages(
    spaceId: string,
    conversationId: string,
    page: string | undefined,
    signal?: AbortSignal,
  ): Promise<Page<Message>>;
  /** One page of a space's conversations, from all its askers, in whatever order. */
  listConversations(
    spaceId: string,
    page: string | undefined,
    signal?: AbortSignal,
  ): Promise<Page<Conversation>>;
  /**
   * Waits until the answer is there; `undefined` if it isn't at `until` (ms since 1970). Throws at the first call that
   * fails.
   *
   * @param onStatus called at every sign of life, with what has been said so far
   */
  watch(
    ids: MessageIds,
    until: number,
    onStatus: (status: MessageStatus, said?: Said) => void,
    signal?: AbortSignal,
  ): Promise<Message | undefined>;
  getMessage(ids: MessageIds, signal?: AbortSignal): Promise<Message>;
  /**
   * Reads the rows behind a finished message and turns everything into one answer. Rows that can't be had within some
   * seconds are left out, with the reason.
   *
   * @param onTexts told the texts, in Markdown, before the rows are read
   */
  readAnswer(
    message: Message,
    signal?: AbortSignal,
    onTexts?: (texts: readonly string[]) => void,
  ): Promise<Answer>;
  explainFailure(message: Message): GenieFailure;
  rate(ids: MessageIds, rating: Rating, comment?: string): Promise<void>;
  /** Ends the work on a message. Resolves without a call where the answerer can't. */
  cancel(ids: MessageIds): Promise<void>;
  /** Succeeds if it is already gone. */
  deleteConversation(spaceId: string, conversationId: string): Promise<void>;
}

/** All answerers of a workspace, told apart by the ID of the space, and what it says of itself. */
export interface Genie extends Answerer {
  /** The space to ask if none is set: the first the credentials can see. @throws AppError `no-space` */
  findSpace(): Promise<string>;
  /** Makes a cheap call that changes nothing. Resolves if Genie answers, be it with a refusal. */
  probe(spaceId: string | undefined, signal?: AbortSignal): Promise<void>;
  describeSpace(spaceId: string): Promise<Space>;
  /** Every space that the credentials can see. */
  listSpaces(): Promise<Space[]>;
  /** The questions suggested in the space's definition; none if it has none or the bot has no access to it. */
  listSampleQuestions(spaceId: string): Promise<string[]>;
}

/** As whom Genie is asked. */
export interface Identities {
  /** Whether people ask as themselves. */
  arePersonal: boolean;
  /**
   * Genie with the rights of a place's user. Every call can also throw what `identify` throws.
   *
   * @param askedAs if the user is signed in as another person by now, every call throws `sign-in-required`
   */
  genieOf(place: Place, askedAs?: string): Genie;
  /**
   * As whom the place's user asks Genie, if as themselves: whose conversations they can continue. `undefined`: as the bot.
   *
   * @param leastLifeMs how long the sign-in has to last
   * @throws AppError `sign-in-required` (with the detail `has-token` if there is a token that doesn't do),
   * `sign-in-mismatch` if the person has to sign in; `sign-in-refused` if Databricks
   * doesn't know them; `sign-in-unavailable` if that can't be found out now
   */
  identify(place: Place, leastLifeMs?: number): Promise<string | undefined>;
  /** Ends a sign-in that doesn't do: Databricks doesn't accept it, or it's another person's. Best effort. */
  reject(place: Place): Promise<void>;
}

/** Whether those who subscribed are still there, and can still use the bot. */
export interface Owners {
  /** What speaks against asking for a place's user; `undefined`: nothing, or nobody can tell just now. */
  whyNot(place: Place): Promise<Exclude<PauseReason, 'owner'> | undefined>;
  /** Where a place's user is reached now: a chat of the page moves from one conversation of the channel's to another. */
  placeNow(place: Place): Promise<Place>;
}

/** What the progress message shows. */
export interface Progress {
  /** Genie's status, or why Genie has not been asked yet. */
  status:
    | MessageStatus
    | 'ACCEPTED'
    | 'WAITING_FOR_TURN'
    | 'WAITING_FOR_BUDGET'
    | 'ENDPOINT_STARTING'
    | 'ENDPOINT_WORKING'
    | 'LOADING_ROWS'
    | 'NO_ANSWER';
  /** Since the question was accepted. */
  elapsedMs: number;
  /** How long until Genie is asked, if known. With `NO_ANSWER`: how long the bot keeps trying. */
  waitMs?: number;
  /** What Genie says, in Markdown, if that is known before its rows. */
  texts?: readonly string[];
  /** What the answerer has said so far. */
  said?: Said;
}

/** Called right before a finished message is sent; rejects to stop it. */
export type BeforeSending = (sending: Sending) => Promise<void>;

/** Why a question needs a sign-in. */
export interface SignInReason {
  code: 'sign-in-required' | 'sign-in-mismatch';
  /** It took the place of a question that was waiting for the same. */
  replaced: boolean;
}

/** Delivers to the asker, at `answerPlaceOf` the question. Every method throws a `CourierError` if it fails. */
export interface Courier {
  /**
   * Opens the own chat of a place's user, or finds it: doing so twice is harmless. Its error is `refused` if the person
   * has to do something first, and `later` for whatever passes.
   */
  openChat(place: Place): Promise<Place>;
  /**
   * Says where a private question was asked where its answer will be, and returns the activity's ID: that of
   * `question.note`, if it can be updated.
   */
  showNote(question: Question, says: PlaceNote): Promise<string>;
  /** Begins to stream the progress, and returns the stream's ID; `undefined`: the channel named none. */
  openStream(question: Question, progress: Progress): Promise<string | undefined>;
  /**
   * Shows that the bot is working on the question: in its stream, if that is open, with the sequence that it says.
   * Otherwise, if the channel can update messages, in the progress message, whose ID is returned and kept as the
   * question's `progressActivityId`, or by the typing indicator. While the asker's own chat isn't known, there is
   * nowhere to show it.
   */
  showProgress(question: Question, progress: Progress): Promise<string | undefined>;
  /**
   * Ends the question's stream before there is an outcome. Doing so twice is harmless. In Teams, and if there is news,
   * it becomes a message with the progress.
   *
   * @returns whether it did
   */
  closeStream(question: Question, progress: Progress): Promise<boolean>;
  /**
   * Shows the answer and returns the activity's ID. Refused one way, it is sent the other way, unless `question.sending`
   * says that it may be there already: then only what can be repeated can follow.
   *
   * @param said the whole text, if a part of it was streamed
   */
  deliverAnswer(
    question: Question,
    answer: Answer,
    beforeSending: BeforeSending,
    said?: string,
  ): Promise<string>;
  /**
   * Tells the asker why there is no answer, `question.failure`, in the same way, and what Genie `said` about it.
   *
   * @param streamed the part of an answer that was
   */
  deliverFailure(
    question: Question,
    said: GenieFailure | undefined,
    beforeSending: BeforeSending,
    streamed?: string,
  ): Promise<string>;
  /** If the outcome is a separate message, the progress message says so. Best effort. */
  endProgress(question: Question, outcomeActivityId: string): Promise<void>;
  /**
   * Shows the asker how to sign in, where only they see it, and returns the activity's ID.
   *
   * @throws AppError `sign-in-unavailable`, too
   */
  askToSignIn(question: Question, why: SignInReason): Promise<string>;
  /** Turns the progress message, if there is one, into a note that the question was cancelled, and ends its stream. */
  showCancelled(question: Question): Promise<void>;
  /** Tells the owner of a subscription, where its answers go, what the bot did to it: `subscription.paused` says why. */
  tellSubscription(subscription: Subscription, news: 'paused' | 'ended'): Promise<void>;
}

/**
 * Why the channel did not accept an activity.
 * - `later`: it certainly did not, but might if the same is sent again.
 * - `unsure`: it may have. If a new message is sent again, the person might read it twice; an update can be repeated.
 * - `refused`: it certainly did not, and says that it takes nothing here: the person blocked or removed the bot, or the
 *   conversation or the message to update is gone.
 * - `unfit`: it certainly did not take this activity, but might take other words, or a new message in place of an update.
 * - `too-large`: it would accept a smaller one.
 */
export type CourierErrorKind = 'later' | 'unsure' | 'refused' | 'unfit' | 'too-large';

/**
 * What a refusal says of the stream that a packet belongs to.
 * - `stopped`: its asker pressed Stop. Nothing can change the message.
 * - `time-up`: it was open for too long, and is an ordinary message by now.
 * - `completed`: its last packet is there.
 * - `late`: a later packet is there.
 * - `not-contained`: the text doesn't contain what was streamed before.
 * - `not-here`: the channel has no streams in this place.
 * - `unknown`: the stream takes nothing, and nobody knows why.
 */
export type StreamRefusal =
  | 'stopped'
  | 'time-up'
  | 'completed'
  | 'late'
  | 'not-contained'
  | 'not-here'
  | 'unknown';

/** The channel did not accept an activity, or did not say whether it did. */
export class CourierError extends Error {
  override readonly name = 'CourierError';
  readonly kind: CourierErrorKind;
  /** The channel's HTTP status; `undefined` if it did not answer. */
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly stream: StreamRefusal | undefined;

  constructor(
    kind: CourierErrorKind,
    message: string,
    cause: unknown,
    status?: number,
    retryAfterMs?: number,
    stream?: StreamRefusal,
  ) {
    super(message, { cause });
    this.kind = kind;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
    this.stream = stream;
  }
}
