import type { Texts } from '../../texts/texts.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { clipText } from '../parts/plainText.ts';
import { noteText } from '../parts/richText.ts';
import { markdownElements } from './markdownElements.ts';

/** Genie's texts in order, together at most `length` UTF-16 units, with a note if that cut them. */
export function textElements(
  texts: readonly string[],
  length: number,
  { answer: words }: Texts,
): CardElement[] {
  const elements: CardElement[] = [];
  let left = length;
  for (const text of texts) {
    if (left <= 0) break;
    elements.push(...markdownElements(clipText(text, left)));
    left -= text.length;
  }
  return left < 0 || texts.join('').length > length
    ? [...elements, noteText(words.textShortened)]
    : elements;
}
