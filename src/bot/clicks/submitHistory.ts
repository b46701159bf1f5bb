import type { CardSubmit } from '../../cards/parts/cardSubmit.ts';
import { clipLine } from '../../cards/parts/plainText.ts';
import { checkIdentity } from '../../questions/answered/checkIdentity.ts';
import {
  deleteOwnConversation,
  findOwnConversation,
} from '../../questions/chats/ownConversations.ts';
import { isEndpoint } from '../../questions/endpoint.ts';
import type { Place } from '../../questions/place.ts';
import { goOnWith } from '../../questions/sessions/continueConversation.ts';
import type { PastConversation } from '../../questions/sessions/history.ts';
import { titleOf } from '../../questions/sessions/history.ts';
import type { BotDeps } from '../deps.ts';
import { historyMessage } from '../messages/historyMessage.ts';
import { canUpdateClicked } from '../place.ts';
import { readerOf } from '../readerOf.ts';
import { updateOrPost } from '../sending/updateOrPost.ts';

/**
 * Continues a conversation from the history, or deletes it.
 *
 * @param clickedId the activity whose button was clicked
 */
export async function submitHistory(
  { action, answer }: Extract<CardSubmit, { action: 'continue' | 'delete' }>,
  place: Place,
  deps: BotDeps,
  clickedId: string | undefined,
): Promise<void> {
  const { channel, genie } = deps;
  const words = readerOf(place, deps).texts.conversations;
  const say = (text: string) => channel.post(place, { text, textFormat: 'plain' });
  const found = await findOwnConversation(answer, place, deps);
  if (found) await checkIdentity({ ...found, place }, deps);
  if (action === 'continue') {
    if (found) await goOnWith(found, place, deps);
    await say(found ? words.continuing(await shortTitle(found, genie)) : words.notThere);
    return;
  }
  if (found === undefined) {
    await say(words.notThere);
    return;
  }
  if (found.isBusy) {
    await say(words.stillAnswering);
    return;
  }
  const title = await shortTitle(found, genie);
  await deleteOwnConversation(found, place, deps);
  await say(isEndpoint(found.spaceId) ? words.deletedHere(title) : words.deleted(title));
  if (clickedId && canUpdateClicked(place)) {
    const history = await historyMessage(place, deps);
    await updateOrPost(
      () => channel.update(place, clickedId, history),
      () => channel.post(place, history),
    );
  }
}

async function shortTitle(
  conversation: PastConversation,
  genie: BotDeps['genie'],
): Promise<{ title: string }> {
  return { title: clipLine(await titleOf(conversation, genie), 80) };
}
