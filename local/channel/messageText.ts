import type { AdaptiveCard } from '../../src/cards/parts/adaptiveCard.ts';
import type { Activity } from '../chat/activity.ts';
import { cardText } from './cardText.ts';

/** A message of the bot as lines of text, with the thumbs that Teams itself puts under an answer. */
export function messageText({ text, attachments = [], channelData }: Activity): string[] {
  return [
    ...(text?.split('\n') ?? []),
    // No other kind of attachment comes from the bot.
    ...attachments.flatMap(({ content }) => cardText(content as AdaptiveCard)),
    ...(channelData?.['feedbackLoop'] ? ['[👍] [👎] (Teams’ own)'] : []),
  ];
}
