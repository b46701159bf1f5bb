import { allCommandTexts } from '../../texts/commandsOfAll.ts';
import { bareWords, formsOf } from '../text/bareWords.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';

const commandOf = new Map(
  Object.values(allCommandTexts).flatMap((texts) =>
    commands.flatMap((command) => {
      const { name, sayings } = texts[command.name];
      return [name, ...sayings].flatMap(formsOf).map((form) => [form, command] as const);
    }),
  ),
);

/**
 * The command that a message is. It must be the whole message: “Reset rate by month” is a question. Case, width and
 * the punctuation around it are ignored. The commands of every language are known to all.
 */
export function parseCommand(text: string): Command | undefined {
  return commandOf.get(bareWords(text));
}
