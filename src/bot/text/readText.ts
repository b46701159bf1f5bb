import { trimInvisible } from '../../common/trimInvisible.ts';
import { type Activity, longestHtml, longestText } from '../activityShape.ts';
import { cleanText } from '../cleanText.ts';
import { htmlToText } from './htmlToText.ts';
import { isHtml } from './isHtml.ts';
import { joinPieces } from './joinPieces.ts';
import { readMentions } from './readMentions.ts';
import { splitMentions } from './splitMentions.ts';
import { splitQuotes } from './splitQuotes.ts';
import { withoutQuote } from './withoutQuote.ts';
import { withoutTypedName } from './withoutTypedName.ts';

type Written = Partial<Pick<Activity, 'text' | 'entities' | 'attachments' | 'recipient'>>;

/**
 * What the person typed: without the mention of the bot, which Teams puts into the text in channels and group chats, and
 * without the messages that it replies to. Mentions of others stay, as their names. Words that were copied from a card
 * come in the HTML rendering alone.
 */
export function readText(activity: Written): string {
  const { text = '', attachments = [] } = activity;
  // It was cut off, so that the rest of it isn't the person's question, whatever is taken out.
  if (text.length >= longestText) return text;
  const html = attachments.find(isHtml)?.content ?? '';
  const words = readTyped(withSpaces(text), html, activity);
  if (words !== '') return words;
  return html.length >= longestHtml
    ? html.slice(0, longestText)
    : readWords(cleanText(withSpaces(htmlToText(html))), activity);
}

/** Where a quotation stands in the text, it's before the mention, or right after it. */
function readTyped(text: string, html: string, activity: Written): string {
  const rest = withoutQuote(text, html);
  if (rest !== undefined) return readWords(rest, activity);
  const words = readWords(text, activity);
  return trimInvisible(withoutQuote(words, html) ?? words);
}

/** A text without the marks of quotations and without the bot's name. */
function readWords(text: string, activity: Written): string {
  const mentions = readMentions(activity);
  const pieces = splitQuotes(text).flatMap((piece) =>
    piece === undefined ? [undefined] : [...splitMentions(piece, mentions)],
  );
  return trimInvisible(withoutTypedName(trimInvisible(joinPieces(pieces)), mentions.ownNames));
}

/** Next to a mention Teams writes a non-breaking space, or its HTML entity. */
function withSpaces(text: string): string {
  return text.replaceAll(/&nbsp;|&#160;|&#xa0;|[\u00a0\u2007\u202f]/gi, ' ');
}
