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
  help: 'forgets you; “logout and delete” deletes your conversations in Genie too',
  async reply(place, deps) {
    return { text: await forget(place, deps) };
  },
};

/** Also deletes the person's conversations in Genie. The help of `logout` tells about it. */
export const logoutAndDelete: Command = {
  name: 'logout and delete',
  sayings: ['log out and delete', 'forget me and delete'],
  async reply(place, deps) {
    await cancelQuestions(place, deps);
    const count = await deleteAllConversations(place, deps);
    const deleted =
      count === 0
        ? 'There was no conversation in Genie to delete.'
        : `I have deleted ${count === 1 ? 'your conversation' : `your ${count} conversations`} in Genie.`;
    return { text: await forget(place, deps, deleted) };
  },
};

/** Forgets the place's user. Returns what to say, with what else was done in the middle. */
async function forget(place: Place, deps: BotDeps, deleted?: string): Promise<string> {
  await forgetPerson(place, deps);
  const next = isSelfDeclared(place)
    ? undefined
    : 'When you ask again, Teams tells me your name and address anew.';
  return ['I have forgotten who you are, and your history here.', deleted, next]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}
