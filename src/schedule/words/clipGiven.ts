import { trimInvisible } from '../../common/trimInvisible.ts';

const longest = 80;

/** Words of a person in one line, to say them back. */
export function clipGiven(text: string): string {
  const line = trimInvisible(text).replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest - 1).toWellFormed()}…` : line;
}
