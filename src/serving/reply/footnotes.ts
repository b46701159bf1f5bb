import type { Citation } from '../../answers/answer.ts';
import { toCitation } from './toCitation.ts';

/** A line that says what a footnote is: `[^1]: [Orders](https://…)`. */
const definition = /^ {0,3}\[\^([^\s[\]^]{1,40})\]:(.*)$/;
/** What a definition goes on with. */
const continuation = /^(?: {2,}|\t)\S/;
/** Where a text refers to one, with the space before it. A class of a regular expression looks like it, but for these. */
const reference = / {0,2}\[\^([^\s[\]^]{1,40})\]/g;
const number = /^\d{1,3}$/;
/** What might become either, at the end of a text that isn't whole. */
const unfinished = /(?<!\s)\s*\[(?:\^[^\s[\]^]{0,40}\]?)?$/;

const link = /^\[([^\]]*)\]\(<?([^\s()<>]+)>?[^()]{0,300}\)$/;
const autolink = /^(.*?)<?(https?:\/\/[^\s<>]+)>?$/;

/**
 * Takes GitHub's footnotes out of a text: what they refer to is listed apart. A text that isn't whole yet loses what
 * might become one, too, so that it stays the beginning of the whole.
 */
export function splitFootnotes(
  text: string,
  extent: 'partial' | 'whole',
): { text: string; notes: Citation[] } {
  if (!text.includes('[')) return { text: trimmed(text, extent), notes: [] };
  const labels = new Set<string>();
  const notes: Citation[] = [];
  const kept: string[] = [];
  let isInside = false;
  for (const line of text.split('\n')) {
    const found = definition.exec(line);
    isInside = found !== null || (isInside && continuation.test(line));
    if (!isInside) kept.push(line);
    if (found === null) continue;
    labels.add(found[1] ?? '');
    const note = toNote((found[2] ?? '').slice(0, 3_000).trim());
    if (note) notes.push(note);
  }
  const bare = kept
    .join('\n')
    .replace(reference, (all, label) => (labels.has(label) || number.test(label) ? '' : all));
  return { text: trimmed(bare, extent), notes };
}

function trimmed(text: string, extent: 'partial' | 'whole'): string {
  if (extent === 'whole') return text.trim();
  const end = text.length - 60;
  const tail = text.slice(Math.max(end, 0)).replace(unfinished, '');
  return (text.slice(0, Math.max(end, 0)) + tail).trim();
}

function toNote(words: string): Citation | undefined {
  const named = link.exec(words) ?? autolink.exec(words);
  if (named === null) return toCitation(words, undefined);
  return toCitation((named[1] ?? '').replace(/[\s:–—-]{1,20}$/, ''), named[2]);
}
