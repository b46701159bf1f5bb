import type { CardElement } from './adaptiveCard.ts';
import { markdownElements } from './markdownElements.ts';
import { clipText } from './plainText.ts';
import { noteText } from './richText.ts';

/** Genie's texts in order, together at most `length` UTF-16 units, with a note if that cut them. */
export function textElements(texts: readonly string[], length: number): CardElement[] {
  const elements: CardElement[] = [];
  let left = length;
  for (const text of texts) {
    if (left <= 0) break;
    elements.push(...markdownElements(clipText(text, left)));
    left -= text.length;
  }
  return left < 0 || texts.join('').length > length
    ? [...elements, noteText('The text was shortened to fit in a message.')]
    : elements;
}
