import type { Grammar } from './grammar.ts';

interface Noun {
  one: string;
  other: string;
}

/**
 * Writes a number and its noun in French, Spanish and Portuguese: `2 filas`, `1 000 000 de filas`.
 *
 * @param elided what stands between them before a vowel: `1 000 000 d’espaces`
 */
export function createCounted(
  { plural, count }: Pick<Grammar, 'plural' | 'count'>,
  elided = 'de ',
) {
  return (number: number, { one, other }: Noun): string => {
    const link = startsWithVowel.test(other) ? elided : 'de ';
    return `${count(number)} ${plural(number, { one, other, many: `${link}${other}` })}`;
  };
}

const startsWithVowel = /^[aeiouéêh]/i;
