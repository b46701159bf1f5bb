import { lexMarkdown } from '../../markdown/lexMarkdown.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { richText } from '../parts/richText.ts';
import { markdownBlocks } from './markdownBlocks.ts';

/** More lists and quotes in one another, on one line, than anybody writes. The parser's time grows with their square. */
const nested = /^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])){20}/m;

/**
 * Genie's Markdown as card elements. The channels read different dialects, and some load images and show links, which a
 * row of data could contain just as well; so the text is parsed here and no client gets any Markdown. Paragraphs,
 * headings, lists, quotes, code and tables keep their form; of links and images only the words remain.
 */
export function markdownElements(markdown: string): CardElement[] {
  if (nested.test(markdown)) return [richText(markdown)];
  try {
    return markdownBlocks(lexMarkdown(markdown));
  } catch {
    // The parser gives up on absurdly deep nesting; the words are still worth reading.
    return [richText(markdown)];
  }
}
