import type { Texts } from '../../texts/texts.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { richText } from '../parts/richText.ts';

/** How to reach the bot where Teams tells it only of messages that mention it. */
export function mentionNote(mention: string, { firstSteps }: Texts): CardElement {
  return richText(firstSteps.mention({ name: mention }));
}
