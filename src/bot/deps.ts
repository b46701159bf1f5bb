import type { QuestionDeps } from '../questions/deps.ts';
import type { Channel } from './channel.ts';

/** What the bot answers with, besides what the life of a question needs. */
export interface BotDeps extends QuestionDeps {
  channel: Channel;
  feedbackCards: boolean;
  genieFeedback: boolean;
  sampleQuestions: readonly string[];
  adminContact: string;
  /** Whether Genie is the local demo workspace. */
  isDemo: boolean;
}
