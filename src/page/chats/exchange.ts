import { type Cursor, readCursor } from '../../questions/chats/cursor.ts';
import { type Reading, readingOf } from '../../questions/place.ts';
import { PageError, type PageRequest } from '../route.ts';

/** How the visitor reads, as far as the request says. */
export function readingIn({ locale, query }: PageRequest): Reading {
  return readingOf({ locale, timeZone: query.get('timeZone') ?? undefined });
}

/** Where the page before ended, if there was one. @throws PageError 400 */
export function afterIn({ query }: PageRequest): Cursor | undefined {
  const word = query.get('after');
  if (word === null) return undefined;
  const cursor = readCursor(word);
  if (cursor) return cursor;
  throw new PageError(400, 'bad-request', '“after” isn’t a cursor of ours');
}

/** The chat isn't there, or it isn't theirs: both look the same. */
export function notFound(): PageError {
  return new PageError(404, 'not-found', 'There is no such chat');
}
