/** Characters as wide as two digits, and the scripts that break a line between any two of their characters. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF\p{Emoji_Presentation}]/u;
const breakable =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\u3000-\u303F\uFF00-\uFFEF \t\n]/u;
const capital = /[\p{Lu}%@&—…]/u;

/** About how wide a text is in the clients' fonts, in digits. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width += wide.test(character) ? 2 : capital.test(character) ? 1.25 : 1;
  return width;
}

/** How wide the part is that clients can't break into lines without breaking a word. */
export function widestWord(text: string): number {
  let [widest, current] = [0, 0];
  for (const character of text) {
    const width = textWidth(character);
    current = breakable.test(character) ? 0 : current + width;
    widest = Math.max(widest, current, character.trim() === '' ? 0 : width);
  }
  return widest;
}
