import { bareWords, type Command } from './command.ts';
import { commands } from './commands.ts';

const commandOf = new Map(
  commands.flatMap((command) =>
    [command.name, ...(command.sayings ?? [])].map((saying) => [saying, command] as const),
  ),
);

/**
 * The command that a message is. It must be the whole message: “Reset rate by month” is a question. Case, width and
 * the punctuation around it are ignored.
 */
export function parseCommand(text: string): Command | undefined {
  return commandOf.get(bareWords(text));
}
