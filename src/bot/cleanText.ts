/**
 * Removes what no keyboard types: control characters except tabs and line ends, byte order marks, and the marks that
 * change the direction of text. Joiners stay, because emoji and whole scripts need them. Half a surrogate pair becomes
 * U+FFFD.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\t\n\r]/gu, '')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069\ufeff]/g, '');
}
