import type { RichTextBlock, TextRun } from './adaptiveCard.ts';
import { plainText } from './plainText.ts';

export type TextStyle = Omit<TextRun, 'type' | 'text'>;
export type BlockStyle = Omit<RichTextBlock, 'type' | 'inlines'>;

/** A run of text that no client reads as markup. */
export function textRun(text: string, style: TextStyle = {}): TextRun {
  return { type: 'TextRun', text: plainText(text), ...style };
}

/** A paragraph of one style. */
export function richText(
  text: string,
  style: TextStyle = {},
  block: BlockStyle = {},
): RichTextBlock {
  return { type: 'RichTextBlock', ...block, inlines: [textRun(text, style)] };
}

/** Small print. */
export function noteText(text: string): RichTextBlock {
  return richText(text, { size: 'Small', isSubtle: true }, { spacing: 'Small' });
}
