import type { Piece } from './piece.ts';

/** https://github.com/microsoft/teams.net/pull/389 */
const tags = /<(\/?)quoted(?![\w-])([^<>]*)>/gi;

/** Without it, the tag is what a person typed. */
const hasId = /\smessageid\s*=/i;

/**
 * Splits a text at the marks that newer clients leave for the messages it quotes: `<quoted messageId="1"/>`, any number
 * of them, anywhere. What stands in such an element is the quotation, so it's taken out as well.
 */
export function splitQuotes(text: string): Piece[] {
  const found = [...text.matchAll(tags)].map(({ 0: tag, 1: slash, 2: rest = '', index }) => ({
    start: index,
    end: index + tag.length,
    isClosing: slash === '/',
    isWhole: rest.trimEnd().endsWith('/'),
    isMark: slash === '' && hasId.test(rest),
  }));
  const pieces: Piece[] = [];
  let from = 0;
  for (const [at, { start, end, isWhole, isMark }] of found.entries()) {
    if (!isMark || start < from) continue;
    pieces.push(text.slice(from, start), undefined);
    const next = found[at + 1];
    from = !isWhole && next?.isClosing ? next.end : end;
  }
  pieces.push(text.slice(from));
  return pieces;
}
