import { subscriptions } from '../subscriptions/listCommand.ts';
import { cancel } from './cancel.ts';
import type { Command } from './command.ts';
import { email } from './email.ts';
import { feedback } from './feedback.ts';
import { createHelp } from './help.ts';
import { history } from './history.ts';
import { info } from './info.ts';
import { logout, logoutAndDelete } from './logout.ts';
import { reset } from './reset.ts';
import { show } from './show.ts';
import { signIn } from './signIn.ts';
import { spaces } from './spaces.ts';
import { sql } from './sql.ts';
import { status } from './status.ts';
import { whoami } from './whoami.ts';

/** In the order of the help, which shows the first ones at once. */
const listed: readonly Command[] = [
  reset,
  history,
  subscriptions,
  spaces,
  cancel,
  info,
  sql,
  show,
  feedback,
  whoami,
  email,
  signIn,
  logout,
  logoutAndDelete,
  status,
];

export const help = createHelp(listed);

/** All commands. Parsing, guessing and the help follow from this list. */
export const commands: readonly Command[] = [help, ...listed];
