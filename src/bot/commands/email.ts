import { isSelfDeclared } from '../place.ts';
import { readerOf } from '../readerOf.ts';
import type { Command } from './command.ts';
import { whoami } from './whoami.ts';

/** Asks for an email address. Where Teams has given one, it cannot be changed here, only shown. */
export const email: Command = {
  name: 'email',
  async reply(place, deps) {
    if (!isSelfDeclared(place)) return whoami.reply(place, deps);
    return { text: readerOf(place, deps).texts.about.email.ask };
  },
};
