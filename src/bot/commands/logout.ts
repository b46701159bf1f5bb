import { deleteAllCard } from '../../cards/talk/deleteAllCard.ts';
import { sessionIdOf } from '../../questions/ids.ts';
import { forget } from '../people/forget.ts';
import { readerOf } from '../readerOf.ts';
import { endSignIn } from '../signIn/endSignIn.ts';
import type { Command } from './command.ts';

export const logout: Command = {
  name: 'logout',
  sayings: ['log out', 'log off', 'sign out', 'signout', 'forget me'],
  help: 'forget me; “logout and delete” also deletes your conversations in Genie',
  async reply(place, deps) {
    const signedOut = await endSignIn(place, deps);
    const forgotten = await forget(place, deps);
    return { text: [signedOut, forgotten].filter(Boolean).join(' ') };
  },
};

/** Offers to delete the person's conversations in Genie as well. The help mentions it under `logout`. */
export const logoutAndDelete: Command = {
  name: 'logout and delete',
  sayings: ['log out and delete', 'forget me and delete'],
  async reply(place, deps) {
    const session = sessionIdOf(place);
    return deleteAllCard({ ...readerOf(place, deps), session, askedAt: deps.clock.now() });
  },
};
