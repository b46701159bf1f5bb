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
  const { switched, alreadyThere } = view.texts.firstSteps.spaces;
  const words = (view.isChanged ? switched : alreadyThere)({ title: clipLine(view.title, 80) });
  const body = [richText(words), ...questionButtons(view.channel, view.sampleQuestions)];
  return createMessage(view.channel, body, words);
}
