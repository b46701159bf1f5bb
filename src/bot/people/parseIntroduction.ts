import { findAddress } from './findAddress.ts';
import {
  and,
  emailIs,
  ends,
  greetings,
  lengthAtEnd,
  lengthAtStart,
  nameEnds,
  nameIs,
} from './saidOfOneself.ts';

export interface Introduction {
  email: string;
  name?: string;
}

/** Of the whole message, with room for what can stand around a name and an address. */
const longest = 500;

const personName = /^[\p{L}\p{M}][\p{L}\p{M}.'’ ・-]{0,59}$/u;

/** What can stand around the parts, with the quotation marks of our example. */
const gap = /^[\s:,;.!¡。、>)\]“”„"«»「」]$/;
const mark = /^[,;.。、<([–—]$/;

/**
 * Who the person says they are, in any language, if the whole message says only that: `ada@example.com`,
 * `email ada@example.com`, `Ada Lovelace <ada@example.com>`, `I am Ada Lovelace, ada@example.com`.
 */
export function parseIntroduction(text: string): Introduction | undefined {
  if (text.length > longest) return undefined;
  const lines = text.normalize('NFKC').split('\n').join(', ');
  // French has a space before its colon.
  const message = lines.replace(/\s/g, ' ').replaceAll(' :', ':');
  const { email, start, end } = findAddress(message) ?? {};
  if (email === undefined || !isEnd(message.slice(end))) return undefined;
  const name = readName(message.slice(0, start));
  return name === undefined ? undefined : { email, ...(name !== '' && { name }) };
}

/** Whether nothing more is said. */
function isEnd(text: string): boolean {
  const rest = withoutGap(text);
  if (rest === '') return true;
  const length = lengthAtStart(rest, ends);
  return length > 0 && isEnd(rest.slice(length));
}

/** The name in what is said before the address: empty if it's only announced, `undefined` if anything else is said. */
function readName(before: string): string | undefined {
  const said = withoutGreeting(before);
  const { rest, isMarked, isBracketed } = withoutAddressPhrase(said);
  if (rest === '') return '';
  const opening = lengthAtStart(rest, nameIs) || lengthAtStart(rest, emailIs);
  const closing = lengthAtEnd(rest, nameEnds);
  const name = withoutGap(rest.slice(opening, rest.length - closing)).trim();
  if (name === '') return '';
  // Without an opening, "orders, ada@example.com" might be a question.
  const isTold = isMarked && (opening > 0 || closing > 0 || isBracketed);
  return isTold && personName.test(name) ? name : undefined;
}

function withoutGreeting(text: string): string {
  const said = withoutGap(text.replace(/^[\s/]*/, ''));
  return withoutGap(said.slice(lengthAtStart(said, greetings)));
}

/** Takes “ and my email is” from the end, and says how the address is set off from what is before it. */
function withoutAddressPhrase(said: string) {
  const [begun, set] = splitMarks(said);
  const length = lengthAtEnd(begun, emailIs);
  const isBracketed = length === 0 && set.includes('<');
  if (length === 0) return { rest: begun, isMarked: set !== '', isBracketed };
  const [named, marks] = splitMarks(begun.slice(0, -length));
  const linked = lengthAtEnd(named, and);
  const [rest] = splitMarks(named.slice(0, named.length - linked));
  return { rest, isMarked: marks !== '' || linked > 0, isBracketed };
}

/** A text without the punctuation at its end, and which of it parts what stands around it. */
function splitMarks(text: string): [rest: string, marks: string] {
  let from = text.length;
  while (from > 0 && isPunctuation(text[from - 1] ?? '')) from -= 1;
  const marks = [...text.slice(from)].filter((unit) => mark.test(unit)).join('');
  // “Ada Lovelace Jr. <”
  const isAbbreviated = /^\.[<(]$/.test(marks);
  return [text.slice(0, isAbbreviated ? from + 1 : from), marks];
}

const isPunctuation = (unit: string) => gap.test(unit) || mark.test(unit);

function withoutGap(text: string): string {
  const from = [...text].findIndex((unit) => !gap.test(unit));
  return from < 0 ? '' : [...text].slice(from).join('');
}
