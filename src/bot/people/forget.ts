import { cancelQuestions } from '../../questions/life/cancelQuestions.ts';
import { channelOf, type Place } from '../../questions/place.ts';
import { deleteAllConversations } from '../../questions/sessions/deleteConversation.ts';
import { forgetPerson } from '../../questions/sessions/forgetPerson.ts';
import { forgetTurns } from '../../questions/sessions/forgetTurns.ts';
import type { BotDeps } from '../deps.ts';
import { isSelfDeclared } from '../place.ts';
import { readerOf } from '../readerOf.ts';

/** Forgets the place's user. Returns what to say; `deleted` is a sentence about what was deleted first. */
export async function forget(place: Place, deps: BotDeps, deleted?: string): Promise<string> {
  await forgetTurns(place, deps);
  await forgetPerson(place, deps);
  const { people, sentences } = readerOf(place, deps).texts;
  const again = channelOf(place).isInPage ? people.pageTellsAgain : people.teamsTellsAgain;
  return sentences([people.forgotten, deleted, !isSelfDeclared(place) && again]);
}

/**
 * Deletes all conversations that the place's user had here, in Genie as well, and forgets them. Returns what to say.
 *
 * @throws GenieError if Genie did not delete one
 */
export async function deleteAndForget(place: Place, deps: BotDeps): Promise<string> {
  await cancelQuestions(place, deps);
  const { deleted, left } = await deleteAllConversations(place, deps);
  const { people, sentences } = readerOf(place, deps).texts;
  const done = deleted === 0 ? people.nothingToDelete : people.deleted({ number: deleted });
  const others = left > 0 && people.leftUndeleted({ number: left });
  return forget(place, deps, sentences([done, others]));
}
