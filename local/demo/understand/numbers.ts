const words = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];
const scales: Record<string, number> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 };

/** Matches a small number in digits or words; for use inside other patterns. */
export const NUMBER = String.raw`\d+|${words.slice(1).join('|')}|twelve|twenty`;

/** Reads what `NUMBER` matched. */
export function readNumber(text: string): number {
  if (text === 'twelve') return 12;
  if (text === 'twenty') return 20;
  const index = words.indexOf(text);
  return index === -1 ? Number(text) : index;
}

/** Reads an amount such as `1,500.50` with an optional scale such as `k` or `million`. */
export function readAmount(digits: string, scale: string | undefined): number {
  return Number(digits.replaceAll(',', '')) * (scales[scale ?? ''] ?? 1);
}
