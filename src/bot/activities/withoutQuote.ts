import { decodeEntities } from '../../common/decodeEntities.ts';
import type { Activity } from '../activityShape.ts';

/** Newer clients leave this where the quotation was: https://github.com/microsoft/teams.net/pull/389 */
const placeholder = /^\s*<quoted\s+messageId="[^"]*"\s*(?:\/>|>\s*<\/quoted>)/i;

/**
 * A text without the message that it replies to. Teams may put the quotation before what the person typed. It is removed
 * if the text begins with it, with or without its author; nothing else is.
 */
export function withoutQuote(text: string, { attachments = [] }: Partial<Activity>): string {
  const html = attachments.find(({ contentType }) => contentType === 'text/html')?.content ?? '';
  const bare = text.replace(placeholder, '');
  const quotation = contentOf(html, 'blockquote', isReply, 'find');
  if (quotation === undefined) return bare;
  const preview = contentOf(quotation, 'p', isPreview, 'findLast') ?? '';
  const quotes = [quotation, preview].map(toWords).filter((quote) => quote !== '');
  return quotes.map((quote) => after(quote, bare)).find((rest) => rest !== undefined) ?? bare;
}

/**
 * How Teams marks the quotation of a reply in its HTML rendering of a message:
 * https://learn.microsoft.com/graph/api/chats-getallmessages (an example of a reply with its quotation)
 */
const isReply = /\sitemtype="https?:\/\/schema\.skype\.com\/Reply"/i;
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
