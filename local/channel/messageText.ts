import type { AdaptiveCard } from '../../src/cards/parts/adaptiveCard.ts';
import type { OAuthCard } from '../../src/cards/parts/outgoingMessage.ts';
import type { Activity } from '../chat/activity.ts';
import { cardText } from './cardText.ts';

/** A message of the bot as lines of text, with the thumbs that Teams itself puts under an answer. */
export function messageText({ text, attachments = [], channelData }: Activity): string[] {
  return [
    ...(text ? text.split('\n') : []),
    // No other kinds of attachment come from the bot.
    ...attachments.flatMap(({ contentType, content }) =>
      contentType === 'application/vnd.microsoft.card.oauth'
        ? signInText(content as OAuthCard)
        : cardText(content as AdaptiveCard),
    ),
    ...(channelData?.['feedbackLoop'] ? ['[👍] [👎] (Teams’ own)'] : []),
  ];
}

function signInText({ text, buttons: [{ title }] }: OAuthCard): string[] {
  return [...text.split('\n\n'), `[${title}]`];
}
