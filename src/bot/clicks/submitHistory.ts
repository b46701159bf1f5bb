import type { CardSubmit } from '../../cards/parts/cardSubmit.ts';
import { clipLine } from '../../cards/parts/plainText.ts';
import { checkIdentity } from '../../questions/answered/checkIdentity.ts';
import type { Place } from '../../questions/place.ts';
import { continueConversation } from '../../questions/sessions/continueConversation.ts';
import { deleteConversation } from '../../questions/sessions/deleteConversation.ts';
import type { PastConversation } from '../../questions/sessions/history.ts';
import { findConversation, titleOf } from '../../questions/sessions/history.ts';
import type { BotDeps } from '../deps.ts';
import { historyMessage } from '../messages/historyMessage.ts';
import { canUpdateClicked } from '../place.ts';
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
  const say = (text: string) => channel.post(place, { text, textFormat: 'plain' });
  const found = await findConversation(answer, place, deps);
  if (found) await checkIdentity({ ...found, place }, deps);
  if (action === 'continue') {
    const continued = await continueConversation(answer, place, deps);
    await say(continued ? `Continuing ${await quoteTitle(continued, genie)}.` : notThere);
    return;
  }
  if (found === undefined) {
    await say(notThere);
    return;
  }
  if (found.isBusy) {
    await say('Genie is still answering in this conversation. Type “cancel” first.');
    return;
  }
  const title = await quoteTitle(found, genie);
  await deleteConversation(found, place, deps);
  await say(`Deleted ${title} from Genie and from your history.`);
  if (clickedId && canUpdateClicked(place)) {
    const history = await historyMessage(place, deps);
    await updateOrPost(
      () => channel.update(place, clickedId, history),
      () => channel.post(place, history),
    );
  }
}

async function quoteTitle(
  conversation: PastConversation,
  genie: BotDeps['genie'],
): Promise<string> {
  return `“${clipLine(await titleOf(conversation, genie), 80)}”`;
}

const notThere = 'This conversation no longer exists, or it belongs to someone else.';
