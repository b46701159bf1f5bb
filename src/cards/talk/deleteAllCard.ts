import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import type { Reader } from '../parts/reader.ts';
import { richText } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';

export interface DeleteAllView extends Reader {
  /** Whose conversations they are: in a group, others see the button as well. */
  session: string;
  /** Milliseconds since 1970. */
  askedAt: number;
  /** None of them is in Genie. */
  areKeptHere?: boolean;
}

/** Asks back before everything is deleted: it takes no more than three words to ask for it. */
export function deleteAllCard(view: DeleteAllView): OutgoingMessage {
  const { channel, texts, session, askedAt } = view;
  const { confirm: inGenie, confirmHere, button } = texts.conversations.deleteAll;
  const confirm = view.areKeptHere ? confirmHere : inGenie;
  const actions = [submitButton(button, { action: 'delete-all', session, askedAt })];
  return createMessage(channel, [richText(confirm), { type: 'ActionSet', actions }], confirm);
}
