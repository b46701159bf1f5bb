import * as z from 'zod/mini';
import { readJson } from '../../bot/endpoints/readJson.ts';
import { type Cursor, readCursor } from '../../questions/chats/cursor.ts';
import { type Reading, readingOf } from '../../questions/place.ts';
import { PageError, type PageRequest } from '../route.ts';

const maxBytes = 16 * 1024;

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

/** The body of a request. @throws PageError 400, 411, 413 */
export async function bodyOf<T>({ request }: PageRequest, shape: z.ZodMiniType<T>): Promise<T> {
  const read = await readJson(request, maxBytes);
  if ('refusal' in read) {
    throw new PageError(read.refusal.status, 'bad-request', read.refusal.sentence);
  }
  const body = z.safeParse(shape, read.json);
  if (body.success) return body.data;
  throw new PageError(400, 'bad-request', 'The body isn’t what this address takes');
}

/** The chat isn't there, or it isn't theirs: both look the same. */
export function notFound(): PageError {
  return new PageError(404, 'not-found', 'There is no such chat');
}
