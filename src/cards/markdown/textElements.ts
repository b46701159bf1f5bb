import type { Texts } from '../../texts/texts.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { clipText } from '../parts/plainText.ts';
import { noteText } from '../parts/richText.ts';
import { markdownElements } from './markdownElements.ts';

/** Genie's texts in order, together at most `length` UTF-16 units, with a note if that cut them. */
export function textElements(
  texts: readonly string[],
  length: number,
  words: Texts,
): CardElement[] {
  return textParts(texts, length, words).flat();
}

/** The same, each text by itself: there are tables between them. The note is where they are cut. */
export function textParts(
  texts: readonly string[],
  length: number,
  { answer: words }: Texts,
): CardElement[][] {
  const parts: CardElement[][] = [];
  let left = length;
  for (const text of texts) {
    const isFirstCut = left >= 0 && text.length > left;
    const shown = left > 0 ? markdownElements(clipText(text, left)) : [];
    parts.push(isFirstCut ? [...shown, noteText(words.textShortened)] : shown);
    left = isFirstCut ? -1 : left - text.length;
  }
  return parts;
}
