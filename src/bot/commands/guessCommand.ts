import { bareWords, type Command } from './command.ts';
import { commands } from './commands.ts';

/** Compared by name only: with all sayings, more questions would look like a typo. */
const guessable = commands.filter(({ help }) => help !== undefined);

/** A shorter word is one typo away from too many others. */
const shortest = 4;

/**
 * The command that a word, or two, were probably meant to be: one letter is wrong, missing or added, or two are swapped.
 * `undefined` for anything else, and for the command itself.
 */
export function guessCommand(text: string): Command | undefined {
  const word = bareWords(text);
  if (word.length < shortest || !/^\p{L}+(?: \p{L}+)?$/u.test(word)) return undefined;
  return guessable.find(({ name }) => isOneTypoAway(word, name));
}

function isOneTypoAway(word: string, name: string): boolean {
  if (word === name) return false;
  let start = 0;
  while (start < Math.min(word.length, name.length) && word[start] === name[start]) start += 1;
  const [wrong, right] = [word.slice(start), name.slice(start)];
  const isSwapped =
    wrong[0] === right[1] && wrong[1] === right[0] && wrong.slice(2) === right.slice(2);
  return (
    wrong.slice(1) === right.slice(1) ||
    wrong === right.slice(1) ||
    wrong.slice(1) === right ||
    isSwapped
  );
}
