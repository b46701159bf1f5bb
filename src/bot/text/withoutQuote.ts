import { decodeEntities } from '../../common/decodeEntities.ts';
import { isReply } from './isReply.ts';

/**
 * A text without the message that it replies to. Teams may put the quotation before what the person typed. It is removed
 * if the text begins with it, with or without its author; nothing else is.
 *
 * @param html Teams' rendering of the message
 * @returns `undefined` if the text doesn't begin with a quotation
 */
export function withoutQuote(text: string, html: string): string | undefined {
  const quotation = contentOf(html, 'blockquote', isReply, 'find');
  if (quotation === undefined) return undefined;
  const preview = contentOf(quotation, 'p', isPreview, 'findLast') ?? '';
  const quotes = [quotation, preview].map(toWords).filter((quote) => quote !== '');
  return quotes.map((quote) => after(quote, text)).find((rest) => rest !== undefined);
}

const isPreview = /\sitemprop="(?:preview|copy)"/i;

/**
 * The inside of the first element of this name whose tag is marked like that, up to the first or the last tag that could
 * close it. A pattern for all of it would search the rest of the text again at each such tag.
 */
function contentOf(
  html: string,
  name: string,
  mark: RegExp,
  whichEnd: 'find' | 'findLast',
): string | undefined {
  const tags = [...html.matchAll(/<[^<>]*>/g)].map(({ 0: tag, index }) => ({
    tag: tag.toLowerCase(),
    start: index,
    end: index + tag.length,
  }));
  const opening = tags.findIndex(({ tag }) => tag.startsWith(`<${name} `) && mark.test(tag));
  const closing = tags.slice(opening)[whichEnd](({ tag }) => tag === `</${name}>`);
  return opening === -1 || closing === undefined
    ? undefined
    : html.slice(tags[opening]?.end, closing.start);
}

/** The visible text of some HTML, without white space, which differs between a text and its rendering. */
function toWords(html: string): string {
  return decodeEntities(html.replaceAll(/<[^<>]*>/g, '')).replaceAll(/\s+/g, '');
}

/** What follows `words` in a text that begins with them; white space is ignored. */
function after(words: string, text: string): string | undefined {
  let at = 0;
  for (const character of words) {
    while (/\s/.test(text.charAt(at))) at += 1;
    if (!text.startsWith(character, at)) return undefined;
    at += character.length;
  }
  return text.slice(at);
}
