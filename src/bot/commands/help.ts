import { type HelpEntry, helpCard } from '../../cards/talk/helpCard.ts';
import { describeSpaceOf } from '../messages/describeSpaceOf.ts';
import { mentionIn } from '../place.ts';
import { readerOf } from '../readerOf.ts';
import type { Command } from './command.ts';

/** Creates the command that shows how to ask, and what else can be typed: itself first, then `others`. */
export function createHelp(others: readonly HelpEntry[]): Command {
  const help: Command = {
    name: 'help',
    sayings: ['commands', 'what can you do'],
    help: 'show this help',
    teamsMenu: 'What you can ask, and how',
    async reply(place, deps) {
      const { sampleQuestions } = await describeSpaceOf(place, deps);
      const { adminContact, signIn } = deps;
      const commands = [help, ...others].filter(
        (entry) => signIn !== undefined || !('needsSignIn' in entry),
      );
      return helpCard({
        ...readerOf(place, deps),
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
