import { cancelQuestions } from '../../questions/life/cancelQuestions.ts';
import type { Place } from '../../questions/place.ts';
import { deleteAllConversations } from '../../questions/sessions/deleteConversation.ts';
import { forgetPerson } from '../../questions/sessions/forgetPerson.ts';
import type { BotDeps } from '../deps.ts';
import { isSelfDeclared } from '../place.ts';
import type { Command } from './command.ts';

export const logout: Command = {
  name: 'logout',
  sayings: ['log out', 'log off', 'sign out', 'signout', 'forget me'],
  help: 'forget me; “logout and delete” also deletes your conversations in Genie',
  async reply(place, deps) {
    return { text: await forget(place, deps) };
  },
};

/** Also deletes the person's conversations in Genie. The help mentions it under `logout`. */
export const logoutAndDelete: Command = {
  name: 'logout and delete',
  sayings: ['log out and delete', 'forget me and delete'],
  async reply(place, deps) {
    await cancelQuestions(place, deps);
    const count = await deleteAllConversations(place, deps);
    const deleted =
      count === 0
        ? 'You had no Genie conversations to delete.'
        : `I’ve deleted your ${count === 1 ? 'Genie conversation' : `${count} Genie conversations`}.`;
    return { text: await forget(place, deps, deleted) };
  },
};

/** Forgets the place's user. Returns what to say; `deleted` is a sentence about what was deleted first. */
async function forget(place: Place, deps: BotDeps, deleted?: string): Promise<string> {
  await forgetPerson(place, deps);
  const next = isSelfDeclared(place)
    ? undefined
    : 'The next time you ask, Teams will tell me your name and email address again.';
  return ['I’ve forgotten who you are and cleared your history in this chat.', deleted, next]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}
