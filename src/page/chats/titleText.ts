import { clipLine } from '../../cards/parts/plainText.ts';
import { knownLocale } from '../../common/knownLocale.ts';
import { knownTimeZone } from '../../common/knownTimeZone.ts';
import type { PageRequest } from '../route.ts';
import type { ChatRoutesDeps } from './chatRoutesDeps.ts';

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
  { locale, query, texts }: PageRequest,
  { defaultLocale, timeZone }: Pick<ChatRoutesDeps, 'defaultLocale' | 'timeZone'>,
): string {
  const line = clipLine(title ?? '', longest);
  if (line) return line;
  const date = new Intl.DateTimeFormat(knownLocale(locale) ?? defaultLocale, {
    dateStyle: 'medium',
    timeZone: knownTimeZone(query.get('timeZone') ?? undefined) ?? timeZone,
  }).format(at);
  return texts.conversations.untitled({ date });
}
