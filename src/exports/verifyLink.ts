import { timingSafeEqual } from 'node:crypto';
import { type ExportLink, type SignedLink, signatureOf } from './signLink.ts';

/**
 * What a signed link opens. Nothing in it is read before its signature has been verified, and the time that takes
 * doesn't reveal how much of it was right.
 *
 * @param now milliseconds since 1970
 */
export function verifyLink(
  link: SignedLink,
  key: Buffer,
  now: number,
): ExportLink | 'forged' | 'expired' {
  // Compared as text: base64 has several spellings of the same bytes.
  if (!isSame(link.signature, signatureOf(link, key))) return 'forged';
  const { answer, table, format, expires } = link;
  if (format !== 'csv' && format !== 'xlsx') return 'forged';
  const expiresAt = Number(expires);
  return expiresAt > now ? { questionId: answer, table, format, expiresAt } : 'expired';
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
