import { bareWords, type Command } from './parseCommand.ts';

/** Each is a single word; synonyms are left out, since more words would turn more questions into guesses. */
const names = [
  'help',
  'info',
  'whoami',
  'reset',
  'logout',
  'email',
  'cancel',
  'spaces',
  'history',
  'sql',
  'feedback',
] as const satisfies readonly Command[];

/** A shorter word is one slip away from too many others. */
const shortest = 4;

/**
 * The command that a lone word was meant to be, perhaps: one letter is wrong, missing, too many, or two are swapped.
 * `undefined` for anything else, and for the command itself.
 */
export function guessCommand(text: string): Command | undefined {
  const word = bareWords(text);
  if (word.length < shortest || !/^\p{L}+$/u.test(word)) return undefined;
  return names.find((name) => isOneSlipAway(word, name));
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
