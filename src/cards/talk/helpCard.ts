import { questionButtons } from '../parts/actions.ts';
import { factText } from '../parts/factText.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';
import { type IdentityView, identityText } from '../signIn/identityText.ts';
import { mentionNote } from './mentionNote.ts';

/** What a person can type instead of a question. */
export interface HelpEntry {
  name: string;
  /** What it does. */
  help: string;
}

export interface HelpView extends Reader {
  sampleQuestions: readonly string[];
  commands: readonly HelpEntry[];
  adminContact?: string;
  /** How to address the bot, where it isn't told anything else. */
  mention?: string;
  /** With whose rights Genie is asked; absent: it isn't said. */
  identity?: IdentityView;
}

/** How to ask, and the commands. */
export function helpCard(view: HelpView): OutgoingMessage {
  const { channel, texts, sampleQuestions, commands, adminContact, mention, identity } = view;
  const words = texts.firstSteps.help;
  const body = [
    richText(words.title, { size: 'Medium', weight: 'Bolder' }),
    richText(words.how),
    ...(identity ? [noteText(identityText(identity, texts))] : []),
    ...(mention ? [mentionNote(mention, texts)] : []),
    ...questionButtons(channel, sampleQuestions),
    richText(words.commands, { size: 'Medium', weight: 'Bolder' }, { spacing: 'Medium' }),
    ...commands.map(({ name, help }) => factText(name, help)),
    ...(adminContact ? [noteText(words.contact({ contact: adminContact }))] : []),
  ];
  return createMessage(channel, body, words.how);
}
