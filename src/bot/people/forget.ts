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
  const { deleted, left } = await deleteAllConversations(place, deps);
  const done =
    deleted === 0
      ? 'You had no Genie conversations to delete.'
      : `I’ve deleted your ${deleted === 1 ? 'Genie conversation' : `${deleted} Genie conversations`}.`;
  const others =
    left > 0 &&
    `I couldn’t delete ${left === 1 ? 'one that was' : `${left} that were`} asked with other rights than yours now.`;
  return forget(place, deps, [done, others].filter(Boolean).join(' '));
}
