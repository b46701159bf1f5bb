import type { Log } from '../log.ts';
import type { RetryPolicy } from '../retry.ts';
import type { LeaseDeps } from './lease.ts';
import type { BudgetStore, Courier, Genie } from './ports.ts';
import type { SessionTurnDeps } from './sessionTurn.ts';

/** What the life of a question works with. */
export interface QuestionDeps extends LeaseDeps, SessionTurnDeps {
  budgets: BudgetStore;
  genie: Genie;
  courier: Courier;
  log: Log;
  settings: QuestionSettings;
}

export interface QuestionSettings {
  /** Names the workspace whose budget is shared. */
  workspace: string;
  /** The space that is asked; unset: the first that Genie shows. */
  spaceId?: string;
  questionsPerMinute: number;
  maxWaitingQuestions: number;
  /** How long Genie may take for one question. */
  genieTimeoutMs: number;
  retry: RetryPolicy;
  prependUserEmail: boolean;
  /** How long an ended question is kept. */
  keepQuestionsMs: number;
}
