import { maskCredentials } from '../../common/maskSecrets.ts';

/** A text this short says nothing, and would cut holes into every message. */
const shortestPrivate = 6;

/** What a message and a private text have in common by chance is shorter. */
const shortestPart = 14;

/** Parts are looked for in so much of a message, and of the private texts together. In UTF-16 units. */
const longestSearched = { message: 1_000, texts: 60_000 };

const longest = 300;
const hole = '[…]';

/**
 * `text` on one line, cut to 300 characters, without credentials and without any of the `private` texts. Those who refuse
 * a question quote it in their own way, with escapes or without its middle, so no longer part of one stays either.
 */
export function redact(text: string, privateTexts: readonly string[]): string {
  let result = text;
  for (const secret of privateTexts) {
    if (secret.length >= shortestPrivate) result = result.replaceAll(secret, hole);
  }
  const start = unescaped(maskCredentials(result).slice(0, longestSearched.message));
  const line = withoutParts(start, privateTexts).replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** As it was before JSON, or Python, wrote it as a string. */
function unescaped(text: string): string {
  return text.replace(/\\[nrt]/g, '\n').replace(/\\(["'\\/])/g, '$1');
}

/** Leaves out what a text has in common with the private ones, the newest of which come last. */
function withoutParts(text: string, privateTexts: readonly string[]): string {
  const whole = searchedOf(privateTexts);
  if (whole.length < shortestPart) return text;
  let result = '';
  for (let at = 0; at < text.length; ) {
    const length = commonLength(text, at, whole);
    result += length === 0 ? text[at] : hole;
    at += Math.max(length, 1);
  }
  return result;
}

function searchedOf(privateTexts: readonly string[]): string {
  let whole = '';
  for (const secret of privateTexts.toReversed()) {
    whole += `${secret}\u0000`;
    if (whole.length > longestSearched.texts) break;
  }
  return whole.slice(0, longestSearched.texts);
}

/** How much of what begins here is in the other text; 0 if that may be chance. */
function commonLength(text: string, at: number, other: string): number {
  let length = shortestPart;
  if (at + length > text.length || !other.includes(text.slice(at, at + length))) return 0;
  while (at + length < text.length && other.includes(text.slice(at, at + length + 1))) length += 1;
  return length;
}
