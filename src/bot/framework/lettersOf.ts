/** Words spelled the same, whether they are a code or a sentence. */
export function lettersOf(words: string): string {
  return words.toLowerCase().replace(/[^a-z]/g, '');
}
