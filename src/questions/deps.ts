import type { Clock } from '../common/clock.ts';
import type { Log } from '../common/log.ts';
import type { RetryPolicy } from '../common/retry.ts';
import type { Place } from './place.ts';
import type {
  AllowanceStore,
  BudgetStore,
  ChatStore,
  Courier,
  DeletionStore,
  DueWork,
  Genie,
  Identities,
  OwnChatStore,
  Owners,
  QuestionStore,
  SessionStore,
  SharedPlaceStore,
  SignInStore,
  SubscriptionStore,
  WorkQueue,
} from './ports.ts';

/** What the life of a question works with. */
export interface QuestionDeps {
  questions: QuestionStore;
  sessions: SessionStore;
  sharedPlaces: SharedPlaceStore;
  ownChats: OwnChatStore;
  /** The chats of the page. */
  chats: ChatStore;
  deletions: DeletionStore;
  subscriptions: SubscriptionStore;
  budgets: BudgetStore;
  allowances: AllowanceStore;
  queue: WorkQueue;
  /** Looks at subscriptions. They lie hidden for days: in `queue`, Azure would take them for questions to be answered. */
  looks: WorkQueue<DueWork>;
  /** Bound to the person whose question or wish is worked on: `asAsker`. */
  genie: Genie;
  identities: Identities;
  signIns: SignInStore;
  owners: Owners;
  courier: Courier;
  clock: Clock;
  log: Log;
  /** How long a session lasts without a question. */
  sessionIdleMs: number;
  settings: QuestionSettings;
}

/**
 * The same with Genie as a place's user sees it. Below this, nothing knows as whom Genie is asked.
 *
 * @param askedAs as whom a question was asked, if that is known: another person who has signed in there won't do
 */
export function asAsker<T extends Pick<QuestionDeps, 'genie' | 'identities'>>(
  place: Place,
  deps: T,
  askedAs?: string,
): T {
  return { ...deps, genie: deps.identities.genieOf(place, askedAs) };
}

export interface QuestionSettings {
  /** The workspace whose budget is shared. */
  workspace: string;
  /** The Genie spaces people can ask, default first; none: all that Genie shows. */
  spaceIds: readonly string[];
  /** Otherwise only the endpoints are asked. */
  asksGenie: boolean;
  /** The names of the serving endpoints people can ask, default first. */
  endpoints: readonly string[];
  questionsPerMinute: number;
  maxWaitingQuestions: number;
  /** For one person. */
  userQuestionsPerMinute: number;
  /** How long Genie can take for one question. An endpoint has its own limit. */
  genieTimeoutMs: number;
  retry: RetryPolicy;
  /** Whether progress is streamed where the channel can. */
  streams: boolean;
  prependUserEmail: boolean;
  /** Absent: nobody can subscribe, and no subscription is due. */
  subscriptions?: {
    mostOfOne: number;
    /** Where others read along, answers go to their owner alone. */
    arePrivate?: boolean;
  };
  /** How long an ended question is kept: for the history, for ratings, and as the audit trail. */
  keepQuestionsMs: number;
  /** Whether its text is kept too; otherwise it is forgotten once the session would be over. */
  keepWords: boolean;
}
