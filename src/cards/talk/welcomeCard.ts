import { questionButtons } from '../parts/actions.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';
import { type IdentityView, identityText } from '../signIn/identityText.ts';
import { mentionNote } from './mentionNote.ts';

export interface WelcomeView extends Reader {
  sampleQuestions: readonly string[];
  spaceTitle?: string;
  /** The space is a serving endpoint, not one of Genie's. */
  isEndpoint?: boolean;
  /** How to address the bot, where it isn't told anything else. */
  mention?: string;
  /** Answers come from the demo workspace. */
  demo: boolean;
  /** With whose rights Genie is asked; absent: it isn't said. */
  identity?: IdentityView;
}

/** The first message: what the bot does, questions to start with, and how to get help. */
export function welcomeCard(view: WelcomeView): OutgoingMessage {
  const words = view.texts.firstSteps.welcome;
  const space = clipLine(view.spaceTitle ?? '', 80);
  const offer = view.isEndpoint ? words.offerEndpoint({ endpoint: space }) : words.offer({ space });
  const body = [
    richText(words.title, { size: 'Large', weight: 'Bolder' }),
    richText(offer),
    ...(view.identity ? [noteText(identityText(view.identity, view.texts))] : []),
    ...(view.mention ? [mentionNote(view.mention, view.texts)] : []),
    ...(view.demo ? [noteText(words.demo)] : []),
    ...questionButtons(view.channel, view.sampleQuestions),
    noteText(words.more),
  ];
  return createMessage(view.channel, body, words.summary({ offer }));
}
