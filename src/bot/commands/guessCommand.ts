import { bareWords, type Command } from './command.ts';
import { commands } from './commands.ts';

/** By their names alone: with their other sayings more questions would be taken for a slip. */
const guessable = commands.filter(({ help }) => help !== undefined);

/** A shorter word is one slip away from too many others. */
const shortest = 4;

/**
 * The command that a lone word was meant to be, perhaps: one letter is wrong, missing, too many, or two are swapped.
 * `undefined` for anything else, and for the command itself.
 */
export function guessCommand(text: string): Command | undefined {
  const word = bareWords(text);
  if (word.length < shortest || !/^\p{L}+$/u.test(word)) return undefined;
  return guessable.find(({ name }) => isOneSlipAway(word, name));
}

function isOneSlipAway(word: string, name: string): boolean {
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
