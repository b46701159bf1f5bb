import { askAction } from '../parts/actions.ts';
import { type CardChannel, createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { richText } from '../parts/richText.ts';

/** Offers to ask a question again that was edited after it was asked. */
export function editedCard(channel: CardChannel, question: string): OutgoingMessage {
  const words = 'I answer a question as it was first sent. Shall I ask it as it is now?';
  const actions = [askAction(channel, 'Ask the edited question', question)];
  return createMessage(channel, [richText(words), { type: 'ActionSet', actions }], words);
}
