import { isSelfDeclared } from '../place.ts';
import type { Command } from './command.ts';
import { whoami } from './whoami.ts';

const askForEmail =
  'What’s your email address? You can add your name: “Ada Lovelace <ada@example.com>”. I can’t verify it, so I’ll mark it as unverified.';

/** Asks for an email address. Where Teams has given one, it cannot be changed here, only shown. */
export const email: Command = {
  name: 'email',
  sayings: ['e-mail', 'change email', 'change e-mail', 'set email', 'set e-mail'],
  help: 'set your email address, if I don’t know it',
  async reply(place, deps) {
    return isSelfDeclared(place) ? { text: askForEmail } : whoami.reply(place, deps);
  },
};
