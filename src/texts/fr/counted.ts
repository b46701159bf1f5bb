import type { Grammar } from '../grammar.ts';

interface Noun {
  one: string;
  other: string;
}

/** Writes a number and its noun: `0 ligne`, `2 lignes`, `1 000 000 de lignes`. */
export function createCounted({ plural, count }: Pick<Grammar, 'plural' | 'count'>) {
  return (number: number, { one, other }: Noun): string => {
    const noun = plural(number, {
      one,
      other,
      many: startsWithVowel.test(other) ? `d’${other}` : `de ${other}`,
    });
    return `${count(number)} ${noun}`;
  };
}

const startsWithVowel = /^[aeiouéêh]/i;
