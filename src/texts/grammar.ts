import { createList } from './createList.ts';

/** The plural forms that a language can have, by CLDR; what one lacks is `other`. */
export type PluralForms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** What the texts of a language are written with. */
export interface Grammar {
  /** Whose words they are: a BCP 47 tag, as a page has it in `lang`. */
  language: string;
  /** A whole number with its thousands separators. */
  count(number: number): string;
  /** A number with at most one decimal. */
  decimal(number: number): string;
  /** The form that belongs to a number: `plural(rows, { one: 'row', other: 'rows' })`. */
  plural(number: number, forms: PluralForms): string;
  /** `a, b, and c`. */
  list(items: readonly string[]): string;
  /** Whole sentences as one paragraph; those that are empty or absent are left out. */
  sentences(sentences: readonly (string | undefined | false | 0)[]): string;
}

/** Their full stop brings its own space. */
const unspaced: ReadonlySet<string> = new Set(['ja', 'zh']);

/**
 * @param language a BCP 47 tag: whose words they are
 * @param numbers the reader's locale, by `knownLocale`; they might read these words with another country's numbers
 */
export function createGrammar(language: string, numbers: string): Grammar {
  // As in the cells of a table, also where a language leaves them out of numbers below 10,000.
  const useGrouping = 'always';
  const format = new Intl.NumberFormat(numbers, { useGrouping });
  const decimals = new Intl.NumberFormat(numbers, { useGrouping, maximumFractionDigits: 1 });
  const rules = new Intl.PluralRules(language);
  const gap = unspaced.has(language.split('-')[0] ?? '') ? '' : ' ';
  return {
    language,
    count: (number) => format.format(number),
    decimal: (number) => decimals.format(number),
    plural: (number, forms) => forms[rules.select(number)] ?? forms.other,
    list: createList(language),
    sentences: (sentences) => sentences.filter(Boolean).join(gap),
  };
}
