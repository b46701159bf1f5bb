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
  /** What it does. What has none is not shown. */
  help?: string;
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
  const { channel, sampleQuestions, commands, adminContact, mention, identity } = view;
  const how =
    'Ask a question in your own words, then follow up: “and by region?”. For the best answers, say what to measure, for which period, and how to group it.';
  const body = [
    richText('How to ask', { size: 'Medium', weight: 'Bolder' }),
    richText(how),
    ...(identity ? [noteText(identityText(identity))] : []),
    ...(mention ? [mentionNote(mention)] : []),
    ...questionButtons(channel, sampleQuestions),
    richText('You can also type', { size: 'Medium', weight: 'Bolder' }, { spacing: 'Medium' }),
    ...commands.flatMap(({ name, help }) => (help ? [factText(name, help)] : [])),
    ...(adminContact ? [noteText(`Something wrong? Contact ${adminContact}.`)] : []),
  ];
  return createMessage(channel, body, how);
}
