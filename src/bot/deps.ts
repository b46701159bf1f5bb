import type { PeopleRules } from '../config/people.ts';
import type { ExportLinks } from '../exports/exportLinks.ts';
import type { QuestionDeps } from '../questions/deps.ts';
import type { HandledStore } from '../storage/handledStore.ts';
import type { FeedbackTokens } from './feedbackTokens.ts';
import type { Channel } from './ports.ts';

/** What the bot answers with, besides what the life of a question needs. */
export interface BotDeps extends QuestionDeps {
  channel: Channel;
  /** The activities that were acted on lately. */
  handled: HandledStore;
  people: PeopleRules;
  /** Whether tables are shown as charts, too. */
  charts: boolean;
  feedbackCards: boolean;
  /** Absent where tables cannot be downloaded. */
  exportLinks: ExportLinks | undefined;
  genieFeedback: boolean;
  feedbackTokens: FeedbackTokens;
  /** People whom no channel vouches for must give an e-mail address before they can ask. */
  requireEmail: boolean;
  /** Entra object ids and e-mail addresses, in lower case. */
  adminUsers: readonly string[];
  sampleQuestions: readonly string[];
  adminContact: string;
  /** Whether Genie is the local demo workspace. */
  isDemo: boolean;
}
