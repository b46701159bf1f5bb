import type { CardElement } from '../parts/adaptiveCard.ts';
import { richText } from '../parts/richText.ts';

/** How to reach the bot where Teams tells it only of messages that mention it. */
export function mentionNote(mention: string): CardElement {
  return richText(`Begin each message with ${mention}. I don’t see any other message here.`);
}
