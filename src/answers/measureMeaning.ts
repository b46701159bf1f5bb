import type { AnswerColumn, AnswerTable } from './answer.ts';
import { hasAdditiveWord } from './names/additiveWords.ts';
import { nameWords } from './names/nameWords.ts';

/** Numbers that can't be added: the sum of two averages is not an average. */
const notAdditive =
  /^(?:avg|average|mean|median|min|max|minimum|maximum|rate|ratio|share|pct|percent|percentage|proportion|margin|per|price|score|rating|index|growth|change|distinct|unique|cumulative|running|stddev|variance|unit|aov|arpu|nps|csat|latency|p\d{1,3})$/;
const shareWords = /^(?:share|pct|percent|percentage|proportion|fraction|ratio)$/;
const wholeWords =
  /^(?:share|shares|breakdown|split|distribution|mix|composition|proportion|proportions)$/;

/** Whether values of this column certainly add up: its name says so, and nothing in it says otherwise. */
export function isAdditive(column: AnswerColumn): boolean {
  return hasAdditiveWord(nameWords(column.name)) && mayBeAdditive(column);
}

/** Whether nothing in the column's name says that its values don't add up. */
export function mayBeAdditive({ name }: AnswerColumn): boolean {
  return !nameWords(name).some((word) => notAdditive.test(word));
}

/** Whether the values are the shares of one whole: 100 percent, or 1. */
export function isShare({ name }: AnswerColumn, values: readonly (string | null)[]): boolean {
  if (!nameWords(name).some((word) => shareWords.test(word))) return false;
  const sum = values.reduce((total, value) => total + Number(value ?? 0), 0);
  return Math.abs(sum - 100) <= 1 || Math.abs(sum - 1) <= 0.01;
}

/** Whether Genie's own words say that the table splits a whole into parts. */
export function namesShares({ title = '' }: AnswerTable): boolean {
  return nameWords(title).some((word) => wholeWords.test(word));
}
