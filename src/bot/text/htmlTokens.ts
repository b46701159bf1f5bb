import { decodeEntities } from '../../common/decodeEntities.ts';
import { isReply } from './isReply.ts';

/** Some text, or a tag. */
export type HtmlToken = { words: string } | HtmlTag;

export interface HtmlTag {
  /** In lower case. */
  name: string;
  isClosing: boolean;
  /** As it's written. */
  tag: string;
}

/** What is in these wasn't written by the person. */
const unwritten = new Set(['head', 'script', 'style', 'svg', 'template', 'title']);

/** Reads HTML from its start to its end, without quoted messages and whatever else isn't the person's words. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let skipped: { name: string; depth: number } | undefined;
  for (const token of everyToken(html)) {
    if (skipped === undefined) {
      if ('words' in token || !isSkipped(token)) yield token;
      else skipped = { name: token.name, depth: 1 };
    } else if (!('words' in token) && token.name === skipped.name) {
      skipped.depth += token.isClosing ? -1 : 1;
      if (skipped.depth === 0) skipped = undefined;
    }
  }
}

function isSkipped({ name, isClosing, tag }: HtmlTag): boolean {
  if (isClosing || tag.endsWith('/>')) return false;
  return unwritten.has(name) || (name === 'blockquote' && isReply.test(tag));
}

function* everyToken(html: string): Generator<HtmlToken> {
  let from = 0;
  for (const { 0: tag, index } of html.matchAll(/<[^<>]*>/g)) {
    const [, slash, name] = /^<(\/?)([a-z][\w:-]*)/i.exec(tag) ?? [];
    // Less than, and more than.
    if (name === undefined && !/^<[!?]/.test(tag)) continue;
    if (index > from) yield { words: decodeEntities(html.slice(from, index)) };
    from = index + tag.length;
    if (name !== undefined) yield { name: name.toLowerCase(), isClosing: slash === '/', tag };
  }
  if (from < html.length) yield { words: decodeEntities(html.slice(from)) };
}
