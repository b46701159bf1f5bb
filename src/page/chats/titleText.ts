import { formatsOf, type ReadingSettings } from '../../bot/readerOf.ts';
import { clipLine } from '../../cards/parts/plainText.ts';
import type { PageRequest } from '../route.ts';
import { readingIn } from './exchange.ts';

/** In UTF-16 units: a question can be pages long. */
const longest = 120;

/**
 * What a chat is called, for who reads it.
 *
 * @param at when it began, for one whose first question isn't known (ms since 1970)
 */
export function titleText(
  title: string | undefined,
  at: number,
  exchange: PageRequest,
  settings: ReadingSettings,
): string {
  const line = clipLine(title ?? '', longest);
  if (line) return line;
  const { locale, timeZone } = formatsOf(readingIn(exchange), settings);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(at);
  return exchange.texts.conversations.untitled({ date });
}
