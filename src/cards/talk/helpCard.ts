import { questionButtons } from '../parts/actions.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { factText } from '../parts/factText.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';
import { type IdentityView, identityText } from '../signIn/identityText.ts';
import { mentionNote } from './mentionNote.ts';

/** More would be a list that nobody reads. */
const commandsAtOnce = 5;
const questionsAtOnce = 3;

/** What a person can type instead of a question. */
export interface HelpEntry {
  name: string;
  /** What it does. */
  help: string;
}

export interface HelpView extends Reader {
  sampleQuestions: readonly string[];
  /** The most useful ones first. */
  commands: readonly HelpEntry[];
  adminContact?: string;
  /** How to address the bot, where it isn't told anything else. */
  mention?: string;
  /** With whose rights Genie is asked; absent: it isn't said. */
  identity?: IdentityView;
}

/** How to ask, and the commands: a few at once, the rest behind a button. */
export function helpCard(view: HelpView): OutgoingMessage {
  const { channel, texts, sampleQuestions, commands, adminContact, mention, identity } = view;
  const words = texts.firstSteps.help;
  const { line, table } = texts.chartPhrases;
  const body = [
    richText(words.title, { size: 'Medium', weight: 'Bolder' }),
    richText(words.how),
    ...(identity ? [noteText(identityText(identity, texts))] : []),
    ...(mention ? [mentionNote(mention, texts)] : []),
    ...questionButtons(channel, sampleQuestions.slice(0, questionsAtOnce)),
    richText(words.commands, { size: 'Medium', weight: 'Bolder' }, { spacing: 'Medium' }),
    ...commands.slice(0, commandsAtOnce).map(entryText),
    ...restElements(commands.slice(commandsAtOnce), words.all),
    noteText(words.charts({ line: line[0], table: table[0] })),
    ...(adminContact ? [noteText(words.contact({ contact: adminContact }))] : []),
  ];
  return createMessage(channel, body, words.how);
}

/** The button goes when what it shows is there. */
function restElements(commands: readonly HelpEntry[], title: string): CardElement[] {
  if (commands.length === 0) return [];
  const [rest, button] = ['commands', 'all-commands'];
  return [
    { type: 'Container', id: rest, isVisible: false, items: commands.map(entryText) },
    {
      type: 'ActionSet',
      id: button,
      spacing: 'Small',
      actions: [{ type: 'Action.ToggleVisibility', title, targetElements: [rest, button] }],
    },
  ];
}

function entryText({ name, help }: HelpEntry): CardElement {
  return factText(name, help);
}
