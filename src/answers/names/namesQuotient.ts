import { nameWords } from './nameWords.ts';

const quotients =
  /^(?:avg|average|mean|median|stddev|pct|percent|percentage|share|ratio|growth|change|per|durchschnitt|mittelwert|anteil|moyenne|promedio|media)$/;

/** Whether a column's name says that its numbers come from a division, whose last digits mean nothing. */
export function namesQuotient(name: string): boolean {
  return nameWords(name).some((word) => quotients.test(word));
}
