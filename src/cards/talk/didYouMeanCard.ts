import { askAction } from '../parts/actions.ts';
import { buttonRow } from '../parts/buttonRow.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import type { Reader } from '../parts/reader.ts';
import { richText } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';

export interface DidYouMeanView extends Reader {
  written: string;
  /** The command that was probably meant. */
  command: string;
}

/** Asks back about a word that is almost a command. */
export function didYouMeanCard(view: DidYouMeanView): OutgoingMessage {
  const { channel, texts, written, command } = view;
  const { ask, askGenie } = texts.firstSteps.didYouMean;
  const words = ask({ command });
  const body = [
    richText(words),
    buttonRow(channel, [
      askAction(channel, command, command),
      submitButton(askGenie({ words: written }), { action: 'ask', question: written }),
    ]),
  ];
  return createMessage(channel, body, words);
}
