import { cancelQuestions } from '../../questions/life/cancelQuestions.ts';
import type { Place } from '../../questions/place.ts';
import { deleteAllConversations } from '../../questions/sessions/deleteConversation.ts';
import { forgetPerson } from '../../questions/sessions/forgetPerson.ts';
import type { BotDeps } from '../deps.ts';
import { isSelfDeclared } from '../place.ts';

/** Forgets the place's user. Returns what to say; `deleted` is a sentence about what was deleted first. */
export async function forget(place: Place, deps: BotDeps, deleted?: string): Promise<string> {
  await forgetPerson(place, deps);
  const next = isSelfDeclared(place)
    ? undefined
    : 'The next time you ask, Teams will tell me your name and email address again.';
  return ['I’ve forgotten who you are and cleared your history in this chat.', deleted, next]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}

/**
 * Deletes all conversations that the place's user had here, in Genie as well, and forgets them. Returns what to say.
 *
 * @throws GenieError if Genie did not delete one
 */
export async function deleteAndForget(place: Place, deps: BotDeps): Promise<string> {
  await cancelQuestions(place, deps);
  const count = await deleteAllConversations(place, deps);
  const deleted =
    count === 0
      ? 'You had no Genie conversations to delete.'
      : `I’ve deleted your ${count === 1 ? 'Genie conversation' : `${count} Genie conversations`}.`;
  return forget(place, deps, deleted);
}
