import { decodeEntities } from '../../common/decodeEntities.ts';
import type { Activity } from '../activityShape.ts';

/**
 * The quotation of a reply, as Teams marks it in its HTML rendering of a message:
 * https://learn.microsoft.com/graph/api/chats-getallmessages (an example of a reply with its quotation)
 */
const quotation =
  /<blockquote\b[^<>]*\bitemtype="https?:\/\/schema\.skype\.com\/Reply"[^<>]*>(.*?)<\/blockquote>/is;

/** Teams quotes some 200 characters, at the start. A longer message is not searched further, to save time. */
const searched = 20_000;

/** Newer clients leave this where the quotation was: https://github.com/microsoft/teams.net/pull/389 */
const placeholder = /^\s*<quoted\s+messageId="[^"]*"\s*(?:\/>|>\s*<\/quoted>)/i;

/**
 * A text without the message that it replies to. Teams may put the quotation before what the person typed. It is removed
 * if the text begins with it, with or without its author; nothing else is.
 */
export function withoutQuote(text: string, { attachments = [] }: Partial<Activity>): string {
  const html = attachments
    .filter(({ contentType }) => contentType === 'text/html')
    .map(({ content }) => quotation.exec(String(content).slice(0, searched))?.[1])
    .find((content) => content !== undefined);
  const bare = text.replace(placeholder, '');
  if (html === undefined) return bare;
  const [, preview = ''] =
    /<p\b[^<>]*\bitemprop="(?:preview|copy)"[^<>]*>(.*)<\/p>/is.exec(html) ?? [];
  const quotes = [html, preview].map(toWords).filter((quote) => quote !== '');
  return quotes.map((quote) => after(quote, bare)).find((rest) => rest !== undefined) ?? bare;
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
