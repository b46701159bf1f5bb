import type { Log } from '../common/log.ts';
import type { RetryPolicy } from '../common/retry.ts';
import type { LeaseDeps } from './life/lease.ts';
import type { AllowanceStore, BudgetStore, Courier, Genie, SharedPlaceStore } from './ports.ts';
import type { SessionTurnDeps } from './sessions/sessionTurn.ts';

/** What the life of a question works with. */
export interface QuestionDeps extends LeaseDeps, SessionTurnDeps {
  budgets: BudgetStore;
  allowances: AllowanceStore;
  sharedPlaces: SharedPlaceStore;
  genie: Genie;
  courier: Courier;
  log: Log;
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
