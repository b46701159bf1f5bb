import { longestText } from '../activityShape.ts';
import type { Piece } from './piece.ts';

/** Of all mentions together, in UTF-16 units: each may be compared at each place of the text. */
const longestTogether = 4_000;

/**
 * Replaces mentions that aren't marked up, from left to right and the longest first where several begin. A result that
 * is as long as no text can be is good for nothing, and no longer replaced in.
 *
 * @param replacements by what stands in the text
 */
export function replaceMentions(text: string, replacements: ReadonlyMap<string, Piece>): Piece[] {
  const byStart = groupByStart(replacements.keys());
  const pieces: Piece[] = [];
  let length = 0;
  let from = 0;
  let at = 0;
  while (at < text.length && length < longestText) {
    const written = byStart.get(text.charAt(at))?.find((each) => text.startsWith(each, at));
    if (written === undefined) {
      at += 1;
      continue;
    }
    const replacement = replacements.get(written);
    pieces.push(text.slice(from, at), replacement);
    length += at - from + (replacement?.length ?? 0);
    at += written.length;
    from = at;
  }
  return [...pieces, text.slice(from)];
}

/** Those that fit into the limit, the longest first. */
function groupByStart(mentions: Iterable<string>): Map<string, string[]> {
  let left = longestTogether;
  const kept = [...mentions].filter((written) => {
    left -= written.length;
    return left >= 0 && written !== '';
  });
  return Map.groupBy(
    kept.sort((a, b) => b.length - a.length),
    (written) => written.charAt(0),
  );
}
