import type { BotSettings } from '../config/botSettings.ts';
import type { ExportLinks } from '../exports/exportLinks.ts';
import type { QuestionDeps } from '../questions/deps.ts';
import type { HandledStore } from '../storage/handledStore.ts';
import type { FeedbackTokens } from './feedbackTokens.ts';
import type { Channel } from './ports.ts';

/** What the bot answers with, besides what the life of a question needs. */
export interface BotDeps extends QuestionDeps, BotSettings {
  channel: Channel;
  /** The activities that were acted on lately. */
  handled: HandledStore;
  /** Absent where tables cannot be downloaded. */
  exportLinks: ExportLinks | undefined;
  feedbackTokens: FeedbackTokens;
}
