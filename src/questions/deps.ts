import type { Clock } from '../common/clock.ts';
import type { Log } from '../common/log.ts';
import type { RetryPolicy } from '../common/retry.ts';
import type {
  AllowanceStore,
  BudgetStore,
  Courier,
  Genie,
  QuestionStore,
  SessionStore,
  SharedPlaceStore,
  WorkQueue,
} from './ports.ts';

/** What the life of a question works with. */
export interface QuestionDeps {
  questions: QuestionStore;
  sessions: SessionStore;
  sharedPlaces: SharedPlaceStore;
  budgets: BudgetStore;
  allowances: AllowanceStore;
  queue: WorkQueue;
  genie: Genie;
  courier: Courier;
  clock: Clock;
  log: Log;
  /** How long a session lives without a question. */
  sessionIdleMs: number;
  settings: QuestionSettings;
}

export interface QuestionSettings {
  /** Names the workspace whose budget is shared. */
  workspace: string;
  /** The spaces that may be asked, the usual one first; none: all that Genie shows. */
  spaceIds: readonly string[];
  questionsPerMinute: number;
  maxWaitingQuestions: number;
  /** Of one person. */
  userQuestionsPerMinute: number;
  /** How long Genie may take for one question. */
  genieTimeoutMs: number;
  retry: RetryPolicy;
  prependUserEmail: boolean;
  /** How long an ended question is kept: for the history, for ratings, and as the audit trail. */
  keepQuestionsMs: number;
  /** Whether it is kept with its words; else they are forgotten when a session would be over. */
  keepWords: boolean;
}
