/** White space, and the marks that people can't see: zero-width ones, and those that say which way text runs. */
const atStart = /^[\s\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]+/;
const atEnd =
  /(?<![\s\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff])[\s\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]+$/;

/** A text without anything invisible around it. Inside, such marks can be part of a word. */
export function trimInvisible(text: string): string {
  return text.replace(atStart, '').replace(atEnd, '');
}
