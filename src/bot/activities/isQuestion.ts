import { plainText } from '../../cards/parts/plainText.ts';
import { parseSubscribe } from '../../schedule/parseSubscribe.ts';
import { cleanText } from '../cleanText.ts';
import { parseCommand } from '../commands/parseCommand.ts';
import { parseIntroduction } from '../people/parseIntroduction.ts';
import { readText } from '../text/readText.ts';

/** What addresses someone: if that is the bot, it's taken out, and a command could remain. */
const addresses = /^\s*[@＠]|<\/?(?:at|quoted)(?![\w-])/i;

/**
 * Whether a text asks Genie something if a person types it, or clicks a button that does. Words of Genie and of a space
 * can be anything; on a button, a command would be run with one click.
 */
export function isQuestion(text: string): boolean {
  if (addresses.test(text)) return false;
  const typed = readText({ text: cleanText(plainText(text)) });
  // A channel might take markup for markup.
  const bare = readText({ text: typed.replaceAll(/<[^<>]*>/g, '') });
  return [typed, bare].every(
    (words) =>
      parseCommand(words) === undefined &&
      parseIntroduction(words) === undefined &&
      parseSubscribe(words) === undefined,
  );
}
