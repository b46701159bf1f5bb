import { maskCharacters } from './maskText.ts';

/** Stands for the values of one recording: the same value always gets the same placeholder, another one another. */
export interface Placeholders {
  /** Keeps the length and the punctuation, and what tells kinds of Teams' IDs apart. */
  id(value: string): string;
  /** The name of a column. */
  label(value: string): string;
  /** Of as many digits. */
  number(value: number): number;
  /** A cell of a table: numbers stay numbers, dates dates. */
  cell(value: string): string;
}

/** How Teams' and Web Chat's IDs begin and end. */
const idMarks =
  /^(?:19|28|29|48):|^8:orgid:|^a:|^dl_|@thread\.(?:skype|tacv2|v2)$|@unq\.gbl\.spaces$/g;

/** IDs that hold others: a reply's conversation names its thread, Web Chat's activities their conversation. */
const idJoints = /(;messageid=|\|)/;

/** The day that stands for the first date met in a table. */
const firstDay = Date.UTC(2020, 0, 1);
const dayMs = 24 * 3_600_000;

/** Nobody needs more days than some twenty years have. */
const mostDays = 8_000;

const day = /^\d{4}-\d{2}-\d{2}(?=$|[ T])/;
const clock = /^([ T])\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?$/;
const plainNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const cellWords = new Set(['', 'true', 'false', 'NaN', 'Infinity', '-Infinity']);

export function createPlaceholders(): Placeholders {
  const ids = createCounter();
  const labels = createCounter();
  const numbers = createCounter();
  const cells = createCounter();
  const days = createCounter();

  const idPart = (id: string) => {
    const parts = splitBy(id, idMarks);
    // The number goes into the longest part, where it has room.
    const [longest] = parts
      .filter(({ isKept }) => !isKept)
      .toSorted((a, b) => b.text.length - a.text.length);
    const written = parts.map((part) => {
      if (part.isKept) return part.text;
      const blank = blankId(part.text);
      return part === longest ? numbered(blank, ids(id)) : blank;
    });
    return longest ? written.join('') : `${id}${ids(id)}`;
  };

  return {
    id: (value) =>
      value
        .split(idJoints)
        .map((part, index) => (part === '' || index % 2 === 1 ? part : idPart(part)))
        .join(''),
    label: (value) => (value === '' ? '' : numbered(maskCharacters(value), labels(value))),
    number(value) {
      const digits = String(Math.abs(Math.trunc(value))).length;
      return 10 ** Math.min(digits - 1, 15) + numbers(String(value));
    },
    cell(value) {
      if (cellWords.has(value)) return value === 'false' ? 'true' : value;
      const date = day.exec(value)?.[0];
      if (date !== undefined) {
        const rest = value.slice(date.length);
        const placed = firstDay + (days(date) % mostDays) * dayMs;
        return new Date(placed).toISOString().slice(0, 10) + maskClock(rest);
      }
      const n = cells(value);
      return plainNumber.test(value) ? maskNumber(value, n) : numbered(maskCharacters(value), n);
    },
  };
}

/** Which of its characters are digits would tell an ID from others, so all of them become the same. */
function blankId(text: string): string {
  const mask = maskCharacters(text);
  return mask.replaceAll(/[xX1]/g, /[xX]/.test(mask) ? 'a' : '0');
}

/** Numbers values in the order in which they first come. */
function createCounter(): (value: string) => number {
  const known = new Map<string, number>();
  return (value) => {
    const n = known.get(value) ?? known.size + 1;
    known.set(value, n);
    return n;
  };
}

/** Writes a number over the last letters and digits; a text that is too short for it grows. */
function numbered(blank: string, n: number): string {
  const digits = [...String(n)];
  const characters = [...blank];
  for (let at = characters.length - 1; at >= 0 && digits.length > 0; at -= 1) {
    if (/^[axX\d]$/.test(characters[at] ?? '')) characters[at] = digits.pop() ?? '';
  }
  return digits.join('') + characters.join('');
}

/** Keeps the sign, the point and how many digits there are around it. */
function maskNumber(value: string, n: number): string {
  const [, sign = '', whole = '', rest = '', power = ''] =
    /^([+-]?)(\d*)(\.?\d*)(?:[eE]([+-]?)\d{1,3})?$/.exec(value) ?? [];
  const exponent = /e/i.test(value) ? `E${power}1` : '';
  const digits = `${whole}${rest.replace('.', '')}`.length;
  const all =
    digits === 1
      ? String(n % 10)
      : `1${String(n % 10 ** Math.min(digits - 1, 9)).padStart(digits - 1, '0')}`;
  const point = rest.startsWith('.') ? '.' : '';
  return `${sign}${all.slice(0, whole.length)}${point}${all.slice(whole.length)}${exponent}`;
}

function maskClock(rest: string): string {
  if (!clock.test(rest)) return maskCharacters(rest);
  return rest.replaceAll(/\d/g, '0');
}

function splitBy(text: string, marks: RegExp): { text: string; isKept: boolean }[] {
  const parts: { text: string; isKept: boolean }[] = [];
  let from = 0;
  for (const { 0: kept, index } of text.matchAll(marks)) {
    if (index > from) parts.push({ text: text.slice(from, index), isKept: false });
    parts.push({ text: kept, isKept: true });
    from = index + kept.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isKept: false });
  return parts;
}
