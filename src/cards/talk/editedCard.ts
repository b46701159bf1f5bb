import { askAction } from '../parts/actions.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { richText } from '../parts/richText.ts';

/** Offers to ask a question again that was edited after it had been sent. */
export function editedCard({ channel, texts }: Reader, question: string): OutgoingMessage {
  const { offer, ask } = texts.firstSteps.edited;
  const words = offer({ question: clipLine(question, 300) });
  const actions = [askAction(channel, ask, question)];
  return createMessage(channel, [richText(words), { type: 'ActionSet', actions }], words);
}
