import type { Token } from 'marked';
import { lexMarkdown } from './lexMarkdown.ts';

/** More lists and quotes in one another, on one line, than anybody writes. The parser's time grows with their square. */
const nested = /^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])){20}/m;

/** The tokens of a Markdown text; `undefined` for one that the parser gives up on: its words are still worth reading. */
export function lexSafely(markdown: string): Token[] | undefined {
  if (nested.test(markdown)) return undefined;
  try {
    return lexMarkdown(markdown);
  } catch {
    return undefined;
  }
}
