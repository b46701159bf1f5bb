import type { HelpEntry } from '../../cards/talk/helpCard.ts';
import type { Place } from '../../questions/place.ts';
import type { BotDeps } from '../deps.ts';
import type { Outgoing } from '../ports.ts';

/**
 * Something a person can type instead of a question. To add one: write its file, and name it in `commands.ts`.
 *
 * One without `help` is hidden: neither the help nor the README names it, and a slip of the keyboard is not taken for it.
 */
export interface Command extends HelpEntry {
  /** Other ways to say it. Each, like the name, counts only as a whole message. */
  sayings?: readonly string[];
  /** What Teams shows in its menu of commands, if it should be there: `infra/teams/manifest.json` repeats it. */
  teamsMenu?: string;
  /** Does what the command says, and returns what to post. Called once, even if the message is delivered again. */
  reply(place: Place, deps: BotDeps): Promise<Outgoing>;
}

/** The text as commands are written: in lower case, one space between words, nothing around them. */
export function bareWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/^\/\s*/u, '')
    .replace(/[\s.!?…]+$/u, '')
    .replace(/\s+/gu, ' ');
}
