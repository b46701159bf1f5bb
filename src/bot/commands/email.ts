import { isSelfDeclared } from '../place.ts';
import type { Command } from './command.ts';
import { whoami } from './whoami.ts';

const askForEmail =
  'What is your e-mail address? Just write it, with your name if you like: “Ada Lovelace <ada@example.com>”. Nobody checks it, so it is kept as not verified.';

/** Asks for an email address. Where Teams has given one, it cannot be changed here, only shown. */
export const email: Command = {
  name: 'email',
  sayings: ['e-mail', 'change email', 'change e-mail', 'set email', 'set e-mail'],
  help: 'tells me your e-mail address, where I do not know it',
  async reply(place, deps) {
    return isSelfDeclared(place) ? { text: askForEmail } : whoami.reply(place, deps);
  },
};
