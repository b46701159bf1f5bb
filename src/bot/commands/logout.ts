import { deleteAllCard } from '../../cards/talk/deleteAllCard.ts';
import { sessionIdOf } from '../../questions/ids.ts';
import { forget } from '../people/forget.ts';
import { readerOf } from '../readerOf.ts';
import { endSignIn } from '../signIn/endSignIn.ts';
import type { Command } from './command.ts';

export const logout: Command = {
  name: 'logout',
  async reply(place, deps) {
    const signedOut = await endSignIn(place, deps);
    const forgotten = await forget(place, deps);
    return { text: [signedOut, forgotten].filter(Boolean).join(' ') };
  },
};

/** Offers to delete the person's conversations in Genie as well. The help mentions it under `logout`. */
export const logoutAndDelete: Command = {
  name: 'logout and delete',
  async reply(place, deps) {
    const session = sessionIdOf(place);
    return deleteAllCard({
      ...readerOf(place, deps),
      session,
      askedAt: deps.clock.now(),
      areKeptHere: !deps.settings.asksGenie,
    });
  },
};
