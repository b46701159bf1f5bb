import { whoamiCard } from '../../cards/talk/whoamiCard.ts';
import { identityOf } from '../messages/identityOf.ts';
import { recognizePerson } from '../people/recognizePerson.ts';
import { readerOf } from '../readerOf.ts';
import type { Command } from './command.ts';

export const whoami: Command = {
  name: 'whoami',
  async reply(place, deps) {
    const [person, identity] = await Promise.all([
      recognizePerson(place, deps),
      identityOf(place, deps),
    ]);
    return whoamiCard(readerOf(place, deps), person, identity);
  },
};
