import { foldText } from './foldText.ts';
import { type Lexicon, standsAt } from './lexicon.ts';
import { readZone } from './readZone.ts';
import type { Token, Word } from './token.ts';

const marks: Readonly<Record<string, Word>> = {
  ':': 'colon',
  ';': 'colon',
  '|': 'dash',
  '\n': 'break',
  '.': 'dot',
  '!': 'dot',
  '?': 'dot',
  '/': 'and',
  ',': 'comma',
  '-': 'dash',
};

/** A text as what its words say about when something is due. It must be short: each place is looked up. */
export function readTokens(text: string, lexicon: Lexicon): Token[] {
  const folded = foldText(text);
  const tokens: Token[] = [];
  for (let at = 0; at < folded.length; at = tokens.at(-1)?.to ?? folded.length) {
    while (/[ ']/.test(folded[at] ?? '')) at += 1;
    if (at >= folded.length) break;
    tokens.push(readToken(text, folded, at, lexicon));
  }
  return tokens;
}

function readToken(text: string, folded: string, from: number, lexicon: Lexicon): Token {
  const zone = readZone(text, folded, from);
  const zoneToken = zone && ({ is: 'zone', value: zone.name, from, to: zone.to } as const);
  if (zoneToken?.value !== undefined) return zoneToken;
  const unit = folded[from] ?? '';
  if (/\d/.test(unit)) return readNumber(folded, from, lexicon);
  const entry = lexicon.entries.get(unit)?.find(({ phrase }) => standsAt(folded, phrase, from));
  if (entry) {
    const to = from + entry.phrase.length;
    return entry.is === 'name'
      ? { is: 'name', value: entry.value ?? 0, from, to }
      : { is: entry.is, from, to };
  }
  if (zoneToken) return zoneToken;
  const mark = marks[unit];
  if (mark) return { is: mark, from, to: from + 1 };
  let to = from + 1;
  while (to < folded.length && !/[\s:;|,.!?/-]/.test(folded[to] ?? '')) to += 1;
  return { is: 'unknown', from, to };
}

function readNumber(folded: string, from: number, { ordinalMarks }: Lexicon): Token {
  let end = from;
  while (/\d/.test(folded[end] ?? '')) end += 1;
  const mark = ordinalMarks.find((each) => standsAt(folded, each, end));
  // “9.00” is a time, and “1.” a day.
  const isOrdinal = mark !== undefined && !(mark === '.' && /\d/.test(folded[end + 1] ?? ''));
  return {
    is: 'number',
    value: Number(folded.slice(from, end)),
    digits: end - from,
    isOrdinal,
    from,
    to: isOrdinal ? end + mark.length : end,
  };
}
