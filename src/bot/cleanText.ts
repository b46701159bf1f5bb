/**
 * A text without what no keyboard types: control characters but tab and line end, byte order marks, and the marks that
 * have a text read in another order than it stands there. Joiners stay: emoji and whole scripts need them. Half a
 * character becomes U+FFFD.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\t\n\r]/gu, '')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069\ufeff]/g, '');
}
