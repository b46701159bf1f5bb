import { readTextAnswer } from './readTextAnswer.ts';

/** In UTF-16 units: more isn't shown before the whole answer is. */
const longest = 12_000;

/** A title that a table might follow, or the beginning of one. */
const heading = /^ {0,3}#/;
const marks = ['**', '__'];

/**
 * What can be shown of a text that is still being written: its words. A table comes with the whole answer, as rows that
 * can be read. What could become a part of one waits, so that each of these texts contains the one before.
 *
 * @param text Markdown
 */
export function readGrowingText(text: string): string {
  const lines = text.slice(0, longest).split('\n');
  let first = lines.length;
  for (let at = first - 1; isOpen(lines[at]); at -= 1) if (lines[at]?.trim()) first = at;
  const closed = lines.slice(0, first);
  // Words that only turn out to have a bar when they are there already.
  const [words, bar] = lines[first]?.split('|') ?? [];
  if (words && bar !== undefined) closed.push(words);
  return readTextAnswer({ text: closed.join('\n') }).texts.join('\n\n');
}

/** Whether it could still belong to a table. */
function isOpen(line: string | undefined): boolean {
  if (line === undefined) return false;
  return line.trim() === '' || line.includes('|') || heading.test(line) || isBold(line.trim());
}

/** Whether it's bold so far. */
function isBold(line: string): boolean {
  const mark = marks.find((each) => line.startsWith(each));
  if (mark === undefined) return marks.some((each) => each.startsWith(line));
  const end = line.indexOf(mark, mark.length);
  return end < 0 || line.slice(end).replace(/[\s*_:：]/g, '') === '';
}

/** A text comes in thousands of pieces, and each reading of it starts at its beginning. */
const readEveryMs = 200;

export interface GrowingText {
  /** @param text the whole text so far; Markdown */
  hear(text: string): void;
  /** What can be shown of it: each contains those before. */
  words(): string;
}

/**
 * A text that is still being written, read now and then.
 *
 * @param now milliseconds since 1970
 */
export function createGrowingText(now: () => number): GrowingText {
  let words = '';
  let unread: string | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  return {
    hear(text) {
      unread = text;
    },
    words() {
      if (unread !== undefined && now() - readAt >= readEveryMs) {
        const read = readGrowingText(unread);
        if (read.startsWith(words)) words = read;
        unread = undefined;
        readAt = now();
      }
      return words;
    },
  };
}
