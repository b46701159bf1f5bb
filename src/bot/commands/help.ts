import { helpCard } from '../../cards/talk/helpCard.ts';
import { describeSpaceOf } from '../messages/describeSpaceOf.ts';
import { mentionIn } from '../place.ts';
import { readerOf } from '../readerOf.ts';
import type { Command } from './command.ts';

/** Creates the command that shows how to ask, and what else can be typed: `others`, then itself. */
export function createHelp(others: readonly Command[]): Command {
  const help: Command = {
    name: 'help',
    async reply(place, deps) {
      const { sampleQuestions } = await describeSpaceOf(place, deps);
      const { adminContact, signIn } = deps;
      const reader = readerOf(place, deps);
      const commands = [...others, help]
        .filter(({ needsSignIn }) => signIn !== undefined || !needsSignIn)
        .map(({ name }) => reader.texts.commands[name])
        .filter((words) => 'help' in words);
      return helpCard({
        ...reader,
        sampleQuestions,
        commands,
        adminContact,
        ...(signIn && { identity: { mode: 'person' as const } }),
        ...mentionIn(place),
      });
    },
  };
  return help;
}
