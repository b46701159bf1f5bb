import { lexSafely } from '../../markdown/lexSafely.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { richText } from '../parts/richText.ts';
import { markdownBlocks } from './markdownBlocks.ts';

/**
 * Genie's Markdown as card elements. The channels read different dialects, and some load images and show links, which a
 * row of data could contain just as well; so the text is parsed here and no client gets any Markdown. Paragraphs,
 * headings, lists, quotes, code and tables keep their form; of links and images only the words remain.
 */
export function markdownElements(markdown: string): CardElement[] {
  const tokens = lexSafely(markdown);
  try {
    return tokens ? markdownBlocks(tokens) : [richText(markdown)];
  } catch {
    // Words as absurdly nested as the blocks can be.
    return [richText(markdown)];
  }
}
