import type { PeopleRules } from '../config/people.ts';
import type { ExportLinks } from '../exports/exportLinks.ts';
import type { QuestionDeps } from '../questions/deps.ts';
import type { HandledStore } from '../storage/handledStore.ts';
import type { FeedbackTokens } from './feedbackTokens.ts';
import type { Channel } from './ports.ts';

/** What the bot needs, in addition to the life of a question. */
export interface BotDeps extends QuestionDeps {
  channel: Channel;
  /** The activities that were acted on recently. */
  handled: HandledStore;
  people: PeopleRules;
  /** Whether tables are also shown as charts. */
  charts: boolean;
  feedbackCards: boolean;
  /** Absent if downloads are off. */
  exportLinks: ExportLinks | undefined;
  genieFeedback: boolean;
  feedbackTokens: FeedbackTokens;
  /** Whether people must give an email address before they can ask, if their channel doesn't say who they are. */
  requireEmail: boolean;
  /** Entra object ids and email addresses, in lower case. */
  adminUsers: readonly string[];
  sampleQuestions: readonly string[];
  adminContact: string;
  /** Whether Genie is the local demo workspace. */
  isDemo: boolean;
}
