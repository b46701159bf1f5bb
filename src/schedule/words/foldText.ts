import { withoutAccents } from '../../common/withoutAccents.ts';

/** Marks that nobody sees, and quotation marks: where they stand, a space might as well. */
const blank = /[\p{Cf}\p{Variation_Selector}"“”„«»「」『』()（）[\]<>]/u;

/**
 * A text in the form that phrases are compared in: lower case, without accents, with one kind of apostrophe and of
 * dash, digits and colons of normal width. Each of its characters stands where it was.
 */
export function foldText(text: string): string {
  return text.split('').map(foldUnit).join('');
}

function foldUnit(unit: string): string {
  if (unit === '\n') return unit;
  if (blank.test(unit)) return ' ';
  const bare = withoutAccents(unit.normalize('NFKC').toLowerCase());
  const one = bare.length === 1 ? bare : unit;
  return others[one] ?? (/\s/.test(one) ? ' ' : one);
}

const others: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '–': '-',
  '—': '-',
  '‐': '-',
  '−': '-',
  '〜': '-',
  '~': '-',
  '、': ',',
  '・': ',',
  ı: 'i',
  '∶': ':',
  '。': '.',
  '…': '.',
  '°': 'o',
};
