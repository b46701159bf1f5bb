import type { CommandTexts } from '../../texts/commandTexts.ts';
import { commands as english } from '../../texts/en/commands.ts';
import { bareWords } from '../text/bareWords.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';

/** A shorter word is one typo away from too many others; in Chinese and Japanese, each is. */
const shortest = 4;

/**
 * The command that a word, or two, were probably meant to be: one letter is wrong, missing or added, or two are swapped.
 * `undefined` for anything else, and for the command itself.
 *
 * @param own the commands in the language of the person, who might as well type the English ones
 */
export function guessCommand(text: string, own: CommandTexts = english): Command | undefined {
  const word = bareWords(text);
  if (word.length < shortest || !/^\p{Script=Latin}+(?: \p{Script=Latin}+)?$/u.test(word))
    return undefined;
  // Compared by name only: with all sayings, more questions would look like a typo.
  return commands.find(({ name: key }) =>
    [own[key], english[key]].some((words) => 'help' in words && isOneTypoAway(word, words.name)),
  );
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
