import { bareWords, type Command } from './command.ts';
import { commands } from './commands.ts';

const commandOf = new Map(
  commands.flatMap((command) =>
    [command.name, ...(command.sayings ?? [])].map((saying) => [saying, command] as const),
  ),
);

/**
 * The command that a message is. Only a whole message is one, whatever its case, with or without a slash before and
 * punctuation after it: "Reset rate by month" is a question.
 */
export function parseCommand(text: string): Command | undefined {
  return commandOf.get(bareWords(text));
}
