import { withoutAccents } from '../../common/withoutAccents.ts';

/** `顧客ID` is two words: scripts that have no capitals, nor blanks, change instead. */
const scriptChange =
  /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])/gu;

/**
 * The words of a column's name or a title, in lower case and without accents: `avgPriceEUR` and `avg_price_eur` are
 * alike, `Año` is `ano`, `%` and `#` are words.
 */
export function nameWords(name: string): string[] {
  return inPlainLetters(name)
    .replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll}{2})/gu, '$1 ')
    .replace(scriptChange, ' ')
    .toLowerCase()
    .replaceAll('%', ' percent ')
    .replaceAll('#', ' number ')
    .replace(/nº|n°|№/g, ' nro ')
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter((word) => word !== '');
}

/** Marks of other scripts are letters of their own, and stay. */
function inPlainLetters(text: string): string {
  return withoutAccents(text)
    .replaceAll('ß', 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/[æÆ]/g, 'ae');
}
