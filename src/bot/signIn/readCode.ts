/** Longer than any way to write a code. */
const longest = 60;

/** Words that say that a code follows, and nothing else. */
const aboutCodes: ReadonlySet<string> = new Set(
  'a code for here in is it its log login my number ok okay pin please s sign signin thank thanks that the this verification you your'.split(
    ' ',
  ),
);

/**
 * The six digits with which a sign-in ends where the page that shows them isn't bound to the chat; as people type them:
 * “123 456”, “My code is 123456.”
 */
export function readCode(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const typed = text.normalize('NFKC').toLowerCase();
  const words = typed.match(/\p{L}+/gu) ?? [];
  const numbers = typed.match(/\d+/g) ?? [];
  const code = numbers.join('');
  const isInTwo = numbers.length === 2 && numbers.every(({ length }) => length === 3);
  if (!/^\d{6}$/.test(code) || (numbers.length > 1 && !isInTwo)) return undefined;
  return words.every((word) => aboutCodes.has(word)) ? code : undefined;
}
