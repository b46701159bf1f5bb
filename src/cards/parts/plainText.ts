const graphemes = new Intl.Segmenter('en');
/** Control characters except tab and line feed; they are invisible, and some clients reject them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/** Marks that change the direction of text: with one in a row of data, the words after it could read backwards. */
const directions = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Text from elsewhere as people see it: valid Unicode, no control characters, no marks that change its direction. */
export function visibleText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(controls, '').replace(directions, '');
}

/**
 * The same, made safe for a `TextRun`: with none of the date macros that clients expand even in plain runs
 * (`{{DATE(…)}}`).
 */
export function plainText(text: string): string {
  return visibleText(text).replace(/\{\{(?=DATE|TIME)/g, '{\u200B{');
}

/** The text, made safe, on one line of at most `length` UTF-16 units, with an ellipsis if it was cut. */
export function clipLine(text: string, length: number): string {
  return clipText(
    plainText(text.slice(0, length * 4))
      .replace(/\s+/g, ' ')
      .trim(),
    length,
  );
}

/** At most `length` UTF-16 units of the text, cut between characters as people see them. */
export function clipText(text: string, length: number): string {
  if (text.length <= length) return text;
  let end = 0;
  // The window is longer than the cut, so that the character at the cut is seen in full.
  for (const { index } of graphemes.segment(text.slice(0, length + 64))) {
    if (index > length - 1) break;
    end = index;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
