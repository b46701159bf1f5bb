import { questionButtons } from '../parts/actions.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { richText } from '../parts/richText.ts';

export interface SpaceChosenView extends Reader {
  title: string;
  /** Whether a different space was in use until now. */
  isChanged: boolean;
  sampleQuestions: readonly string[];
}

/** Says that the next questions go to a space, and suggests what to ask. */
export function spaceChosenCard(view: SpaceChosenView): OutgoingMessage {
  const name = `“${clipLine(view.title, 80)}”`;
  const words = view.isChanged
    ? `Switched to ${name}. Your next question starts a new conversation.`
    : `You’re already using ${name}. Your conversation continues.`;
  const body = [richText(words), ...questionButtons(view.channel, view.sampleQuestions)];
  return createMessage(view.channel, body, words);
}
