import { longestText } from '../activityShape.ts';

/** Of all mentions together, in UTF-16 units: each may be compared at each place of the text. */
const longestTogether = 4_000;

/**
 * Replaces mentions, from left to right and the longest first where several begin; what a replacement brought in isn't
 * looked at again. Of one that has no replacement, only a space remains between the words around it. A result that is
 * as long as no text can be, is good for nothing, and no longer replaced in.
 *
 * @param replacements by what stands in the text
 */
export function replaceMentions(
  text: string,
  replacements: ReadonlyMap<string, string | undefined>,
): string {
  const byStart = groupByStart(replacements.keys());
  const result = new Pieces();
  let from = 0;
  let at = 0;
  while (at < text.length && result.length < longestText) {
    const written = byStart.get(text.charAt(at))?.find((each) => text.startsWith(each, at));
    if (written === undefined) {
      at += 1;
      continue;
    }
    result.add(text.slice(from, at));
    at += written.length;
    const replacement = replacements.get(written);
    if (replacement === undefined) {
      result.trimEnd();
      result.add(' ');
      while (isBlank(text.charAt(at))) at += 1;
    } else {
      result.add(replacement);
    }
    from = at;
  }
  result.add(text.slice(from));
  return result.join();
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

/** A text in parts, so that its end can be trimmed without copying the rest. */
class Pieces {
  readonly #pieces: string[] = [];
  length = 0;

  add(piece: string): void {
    if (piece === '') return;
    this.#pieces.push(piece);
    this.length += piece.length;
  }

  trimEnd(): void {
    for (let piece = this.#pieces.pop(); piece !== undefined; piece = this.#pieces.pop()) {
      let end = piece.length;
      while (end > 0 && isBlank(piece.charAt(end - 1))) end -= 1;
      this.length -= piece.length;
      this.add(piece.slice(0, end));
      if (end > 0) return;
    }
  }

  join(): string {
    return this.#pieces.join('');
  }
}

/** White space within a line. */
function isBlank(character: string): boolean {
  return character !== '\n' && /\s/.test(character);
}
