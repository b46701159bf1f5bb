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
export function deleteAllCard({ channel, session, askedAt }: DeleteAllView): OutgoingMessage {
  const words =
    'Delete all your conversations here, and log out? They’ll also be deleted in Genie. This can’t be undone.';
  const button = submitButton('Delete and log out', { action: 'delete-all', session, askedAt });
  return createMessage(channel, [richText(words), { type: 'ActionSet', actions: [button] }], words);
}
