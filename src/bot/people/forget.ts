import { mapAtMost } from '../../common/mapAtMost.ts';
import { forgetChat } from '../../questions/chats/forgetChat.ts';
import { listOwnPlaces } from '../../questions/chats/ownPlaces.ts';
import { ownerIdOf } from '../../questions/ids.ts';
import { cancelQuestions } from '../../questions/life/cancelQuestions.ts';
import { channelOf, type Place } from '../../questions/place.ts';
import { deleteAllConversations } from '../../questions/sessions/deleteConversation.ts';
import { forgetPerson } from '../../questions/sessions/forgetPerson.ts';
import { forgetTurns } from '../../questions/sessions/forgetTurns.ts';
import { endSubscriptionsOf } from '../../questions/subscriptions/endSubscription.ts';
import type { BotDeps } from '../deps.ts';
import { isSelfDeclared } from '../place.ts';
import { readerOf } from '../readerOf.ts';

/** Places of one person that are looked at at the same time: each chat of the page is one. */
const placesAtOnce = 10;

/**
 * Forgets the place's user, on the chat page in all their chats. Returns what to say.
 *
 * @param deleted a sentence about what was deleted first
 */
export async function forget(place: Place, deps: BotDeps, deleted?: string): Promise<string> {
  const places = await listOwnPlaces(place, deps);
  await mapAtMost(placesAtOnce, places, async (own) => {
    await forgetTurns(own.place, deps);
    await forgetPerson(own.place, deps);
    if (own.chat) await forgetChat(own.chat.id, deps);
  });
  const { people, sentences } = readerOf(place, deps).texts;
  const again = channelOf(place).isInPage ? people.pageTellsAgain : people.teamsTellsAgain;
  return sentences([people.forgotten, deleted, !isSelfDeclared(place) && again]);
}

/**
 * Deletes all conversations that the place's user had here, in Genie as well, ends their subscriptions, and forgets them.
 * Returns what to say.
 *
 * @throws GenieError if Genie did not delete one
 */
export async function deleteAndForget(place: Place, deps: BotDeps): Promise<string> {
  // First: nothing of theirs begins meanwhile.
  const ended = await endSubscriptionsOf(ownerIdOf(place), deps);
  const places = await listOwnPlaces(place, deps);
  const counts = await mapAtMost(placesAtOnce, places, async (own) => {
    await cancelQuestions(own.place, deps);
    return deleteAllConversations(own.place, deps);
  });
  const deleted = counts.reduce((sum, count) => sum + count.deleted, 0);
  const left = counts.reduce((sum, count) => sum + count.left, 0);
  const { people, sentences, subscriptions } = readerOf(place, deps).texts;
  const done = deleted === 0 ? people.nothingToDelete : people.deleted({ number: deleted });
  const others = left > 0 && people.leftUndeleted({ number: left });
  const unsubscribed = ended > 0 && subscriptions.allEnded({ number: ended });
  return forget(place, deps, sentences([done, others, unsubscribed]));
}
