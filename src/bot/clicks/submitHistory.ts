import type { CardSubmit } from '../../cards/parts/cardSubmit.ts';
import { clipLine } from '../../cards/parts/plainText.ts';
import type { Place } from '../../questions/place.ts';
import { continueConversation } from '../../questions/sessions/continueConversation.ts';
import { deleteConversation } from '../../questions/sessions/deleteConversation.ts';
import type { PastConversation } from '../../questions/sessions/history.ts';
import { findConversation, titleOf } from '../../questions/sessions/history.ts';
import type { BotDeps } from '../deps.ts';
import { historyMessage } from '../messages/historyMessage.ts';
import { canUpdateClicked } from '../place.ts';

/**
 * Goes on in a conversation of the history, or deletes it.
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
  if (action === 'continue') {
    const continued = await continueConversation(answer, place, deps);
    await say(continued ? `We go on from ${await quoteTitle(continued, genie)}.` : notThere);
    return;
  }
  const conversation = await findConversation(answer, place, deps);
  if (conversation === undefined) {
    await say(notThere);
    return;
  }
  if (conversation.isBusy) {
    await say('Genie is still answering in this conversation. Write “cancel” to stop that first.');
    return;
  }
  const title = await quoteTitle(conversation, genie);
  await deleteConversation(conversation, place, deps);
  await say(`Deleted in Genie, and gone from your history: ${title}.`);
  if (clickedId && canUpdateClicked(place)) {
    await channel.update(place, clickedId, await historyMessage(place, deps));
  }
}

async function quoteTitle(
  conversation: PastConversation,
  genie: BotDeps['genie'],
): Promise<string> {
  return `“${clipLine(await titleOf(conversation, genie), 80)}”`;
}

const notThere = 'This conversation is not there any more, or it is somebody else’s.';
