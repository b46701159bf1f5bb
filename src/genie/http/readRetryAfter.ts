/**
 * How long a `Retry-After` header asks us to wait, in milliseconds; `undefined` if it says nothing we understand.
 * It holds whole seconds or an HTTP date (RFC 9110, 10.2.3); `now` is milliseconds since 1970.
 */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = /GMT\s*$/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
