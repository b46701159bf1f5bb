import type { AdaptiveCard, CardElement } from './adaptiveCard.ts';
import { isRightToLeft } from './isRightToLeft.ts';
import { plainText } from './plainText.ts';
import { rightToLeft } from './rightToLeft.ts';

/** Channels differ in what they can show; everything that isn't Teams is Web Chat. */
export type CardChannel = 'teams' | 'webchat';

/** Where others read along. */
export type Origin = 'channel' | 'thread' | 'chat';

interface AdaptiveAttachment {
  contentType: 'application/vnd.microsoft.card.adaptive';
  content: AdaptiveCard;
}

/** The channel makes the button, or signs the person in without one. */
interface OAuthAttachment {
  contentType: 'application/vnd.microsoft.card.oauth';
  content: OAuthCard;
}

/** Teams refuses the whole message if a field is `null`: what there isn't is left out. */
export interface OAuthCard {
  /** Channels read it as Markdown. */
  text: string;
  connectionName: string;
  buttons: [{ type: 'signin'; title: string; value: string }];
  /** With it, Teams signs people in silently. */
  tokenExchangeResource?: { id?: string; uri?: string; providerId?: string };
  tokenPostResource?: { sasUrl?: string };
}

/** The parts of a Bot Framework message activity that the cards decide. */
export interface OutgoingMessage {
  type: 'message';
  /** What Teams shows in the notification. */
  summary: string;
  attachments: (AdaptiveAttachment | OAuthAttachment)[];
  entities?: Readonly<Record<string, unknown>>[];
  channelData?: {
    /** For screen readers in Web Chat. */
    'webchat:fallback-text'?: string;
    /** Teams shows its own thumbs under the message, and a form for a comment. */
    feedbackLoop?: { type: 'default' };
  };
}

/**
 * Wraps elements in one card and the card in a message; its summary can hold words from elsewhere.
 *
 * @param words the texts, most telling first, by which the card is read from the left or from the right
 */
export function createMessage(
  channel: CardChannel,
  body: CardElement[],
  summaryText: string,
  words: readonly string[] = [summaryText],
): OutgoingMessage {
  const summary = plainText(summaryText);
  const rtl = isRightToLeft(words);
  const content: AdaptiveCard = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    ...(rtl && { rtl }),
    body: rtl ? rightToLeft(body) : body,
    fallbackText: summary,
    ...(channel === 'teams' && { msteams: { width: 'Full' } }),
  };
  return {
    type: 'message',
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
    ...(channel === 'webchat' && { channelData: { 'webchat:fallback-text': summary } }),
  };
}
