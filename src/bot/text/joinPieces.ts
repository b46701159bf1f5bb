import type { Piece } from './piece.ts';
import { withoutSeparator } from './withoutSeparator.ts';

/** No space goes before these. */
const closing = /^(?:[,:;!?…)]|\.(?:\s|$))/;

/** Blanks within a line, and what leads over to a name at the end. */
const blanksAtStart = /^[^\S\n]+/;
const blanksAtEnd = /(?<![^\S\n])[^\S\n]+$/;
const separatorAtEnd = /(?<![\s,:;–—-])[\s,:;–—-]+$/;

/**
 * Joins the pieces of a text. Where something was taken out, a space remains between the words around it, and nothing
 * before the first word or after the last.
 */
export function joinPieces(pieces: readonly Piece[]): string {
  const words = wordsOf(pieces);
  const last = words.length - 1;
  const texts: string[] = [];
  for (const [index, between] of words.entries()) {
    const before = texts.at(-1);
    const isAddress = index > 0 && (before === undefined || /[,:;]$/.test(before));
    let text = isAddress ? withoutSeparator(between) : between;
    if (index > 0) text = text.replace(blanksAtStart, '');
    if (index < last) text = text.replace(blanksAtEnd, '');
    if (text === '' || (before === undefined && text.trim() === '')) continue;
    if (before !== undefined && !before.endsWith('\n') && !/^\s/.test(text) && !closing.test(text))
      texts.push(' ');
    texts.push(text);
  }
  const joined = texts.join('');
  return last > 0 && words[last]?.trim() === '' ? joined.replace(separatorAtEnd, '') : joined;
}

/** The words between what was taken out. */
function wordsOf(pieces: readonly Piece[]): string[] {
  const groups: string[][] = [[]];
  for (const piece of pieces) {
    if (piece === undefined) groups.push([]);
    else groups.at(-1)?.push(piece);
  }
  return groups.map((group) => group.join(''));
}
