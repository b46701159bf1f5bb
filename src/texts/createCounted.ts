import type { Grammar } from './grammar.ts';

interface Noun {
  one: string;
  other: string;
}

/** Writes a number and its noun in Spanish and Portuguese: `2 filas`, `1 000 000 de filas`. */
export function createCounted({ plural, count }: Pick<Grammar, 'plural' | 'count'>) {
  return (number: number, { one, other }: Noun): string =>
    `${count(number)} ${plural(number, { one, other, many: `de ${other}` })}`;
}
