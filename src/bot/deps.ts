import type { BotSettings } from '../config/botSettings.ts';
import type { ExportLinks } from '../exports/exportLinks.ts';
import type { QuestionDeps } from '../questions/deps.ts';
import type { Place } from '../questions/place.ts';
import type { Genie, TurnStore } from '../questions/ports.ts';
import type { HandledStore } from '../storage/handledStore.ts';
import type { FeedbackTokens } from './feedbackTokens.ts';
import type { Channel } from './ports.ts';
import type { SigningIn } from './signingIn.ts';
import type { FindVisitor } from './visitors/findVisitor.ts';

/** What the bot needs, in addition to the life of a question. */
export interface BotDeps extends QuestionDeps, BotSettings {
  channel: Channel;
  /** Absent: nobody has to sign in. */
  signIn: SigningIn | undefined;
  /** Genie as the user of a place sees it. */
  genieOf: (place: Place) => Genie;
  /** Who writes in a conversation of our own page's. */
  findVisitor: FindVisitor;
  /** The activities that were acted on recently. */
  handled: HandledStore;
  /** What was said to endpoints, and what they answered. */
  turns: TurnStore;
  /** Absent if downloads are off. */
  exportLinks: ExportLinks | undefined;
  feedbackTokens: FeedbackTokens;
  /** Whether a text asks Genie something if a person types it: Genie's suggestions might be commands. */
  isQuestion(text: string): boolean;
}
