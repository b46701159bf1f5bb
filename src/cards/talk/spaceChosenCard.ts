import { questionButtons } from '../parts/actions.ts';
import { type CardChannel, createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import { richText } from '../parts/richText.ts';

export interface SpaceChosenView {
  channel: CardChannel;
  title: string;
  /** Whether another space was asked until now. */
  isChanged: boolean;
  sampleQuestions: readonly string[];
}

/** Says that the next questions go to a space, and what to ask it. */
export function spaceChosenCard(view: SpaceChosenView): OutgoingMessage {
  const name = `“${clipLine(view.title, 80)}”`;
  const words = view.isChanged
    ? `From now on you ask ${name} here. Your next question starts a new conversation.`
    : `You ask ${name} here already. Your conversation goes on.`;
  const body = [richText(words), ...questionButtons(view.channel, view.sampleQuestions)];
  return createMessage(view.channel, body, words);
}
