import type { Place } from '../../questions/place.ts';
import type { CommandName } from '../../texts/commandTexts.ts';
import type { BotDeps } from '../deps.ts';
import type { Outgoing } from '../ports.ts';

/**
 * Something a person can type instead of a question. To add one, write its file, list it in `commands.ts`, and say in
 * `commandTexts.ts` and the `commands.ts` of each language how it is typed.
 *
 * A command without `help` in its texts is hidden: it is not in the help or the README, and no typo is taken for it.
 */
export interface Command {
  /** Its English name; by this, it is logged. */
  name: CommandName;
  /** There is something to sign in to only where Genie is asked as each person. */
  needsSignIn?: true;
  /** Does what the command is for, and returns what to post, if it hasn't. Called once, even if the message is redelivered. */
  reply(place: Place, deps: BotDeps): Promise<Outgoing | undefined>;
}
