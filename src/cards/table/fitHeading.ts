import { textWidth, widestWord } from '../parts/textWidth.ts';

/** So many digits have room on a phone, also below another column. */
const room = 24;
const parting = '\u200B';

/**
 * A heading whose words clients don't have to break: a long name is parted where it's put together, and what is longer
 * still is shortened.
 */
export function fitHeading(heading: string): string {
  if (widestWord(heading) <= room) return heading;
  return heading
    .replace(/[_./:-](?=[^\s_./:-])/g, (sign) => sign + parting)
    .split(/(?<=[ \u200B])/)
    .map((word) => (widestWord(word) <= room ? word : shorten(word)))
    .join('');
}

function shorten(word: string): string {
  let [kept, width] = ['', textWidth('…')];
  for (const character of word) {
    width += textWidth(character);
    if (width > room) break;
    kept += character;
  }
  return `${kept}…`;
}
