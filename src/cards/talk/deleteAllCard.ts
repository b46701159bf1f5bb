import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import type { Reader } from '../parts/reader.ts';
import { richText } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';

export interface DeleteAllView extends Reader {
  /** Whose conversations they are: in a group, others see the button as well. */
  session: string;
  /** Milliseconds since 1970. */
  askedAt: number;
}

/** Asks back before everything is deleted: it takes no more than three words to ask for it. */
export function deleteAllCard(view: DeleteAllView): OutgoingMessage {
  const { channel, texts, session, askedAt } = view;
  const { confirm, button } = texts.conversations.deleteAll;
  const actions = [submitButton(button, { action: 'delete-all', session, askedAt })];
  return createMessage(channel, [richText(confirm), { type: 'ActionSet', actions }], confirm);
}
