/** Characters as wide as two digits, and the scripts that break a line between any two of their characters. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF\p{Emoji_Presentation}]/u;
const breakable =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\u3000-\u303F\uFF00-\uFFEF\u200B \t\n]/u;

/** The characters of ASCII by their width in digits, the widest of Segoe UI, Noto Sans, Roboto and Arial. */
const widths = new Map(
  (
    [
      [0.5, " ijl.,:;'|!`"],
      [0.75, 'frtIJ()[]{}/\\-"'],
      [1.25, 'ABCEFKLPRSTVXYZ'],
      [1.4, 'wDGHNOQU'],
      [1.75, 'mMW@%&'],
    ] as const
  ).flatMap(([width, characters]) => [...characters].map((each) => [each, width] as const)),
);
/** Digits, and what is about as wide. */
const narrowLetter = /[\dacekosvxyz$+=<>~#_?*^]/;

/** About how wide a text is in the clients' fonts, in digits. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** How wide the part is that clients can't break into lines without breaking a word. */
export function widestWord(text: string): number {
  let [widest, current] = [0, 0];
  for (const character of text) {
    const isBreak = character < '\u007F' ? character <= ' ' : breakable.test(character);
    const width = characterWidth(character);
    current = isBreak ? 0 : current + width;
    widest = Math.max(widest, current, character.trim() === '' ? 0 : width);
  }
  return widest;
}

function characterWidth(character: string): number {
  const known = widths.get(character);
  if (known !== undefined) return known;
  if (character < '\u007F') return narrowLetter.test(character) ? 1 : 1.1;
  if (wide.test(character)) return 2;
  if (/[\p{M}\u200B]/u.test(character)) return 0;
  if (/\s/.test(character)) return 0.5;
  return /[\p{Lu}—…‰]/u.test(character) ? 1.75 : 1.25;
}
