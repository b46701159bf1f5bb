import { invalidParameter } from './apiError.ts';

/**
 * Cuts one page by `page_size` (at most 100, else 20) and `page_token` from a list. `next_page_token` is absent on the
 * last page.
 * @throws ApiError 400 for a token it didn't issue.
 */
export function cutPage<T>(
  items: readonly T[],
  query: URLSearchParams,
): { page: T[]; next_page_token?: string } {
  const size = Math.min(100, Math.max(1, Number(query.get('page_size')) || 20));
  const token = query.get('page_token');
  const start = token ? Number(Buffer.from(token, 'base64url').toString()) : 0;
  if (!Number.isInteger(start) || start < 0) throw invalidParameter('Invalid page token.');
  const end = start + size;
  return {
    page: items.slice(start, end),
    ...(end < items.length && { next_page_token: Buffer.from(String(end)).toString('base64url') }),
  };
}
