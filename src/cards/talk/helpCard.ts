import { questionButtons } from '../parts/actions.ts';
import { factText } from '../parts/factText.ts';
import { type CardChannel, createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { noteText, richText } from '../parts/richText.ts';

/** What a person can type instead of a question, and what it does. */
const commands: readonly (readonly [command: string, effect: string])[] = [
  ['help', 'show this help'],
  ['reset', 'start a new conversation; the old one stays in your history'],
  ['history', 'list your recent conversations, to continue or delete one'],
  ['spaces', 'list the available spaces and switch between them'],
  ['cancel', 'stop waiting for an answer'],
  ['sql', 'show the SQL for your last answer'],
  ['as a line chart', 'show your last answer as a line chart (or a bar chart, donut chart, table)'],
  ['feedback', 'rate your last answer'],
  ['info', 'show where answers come from and what is sent to Genie'],
  ['whoami', 'show who I think you are'],
  ['email', 'set your email address, if I don’t know it'],
  ['logout', 'forget me; “logout and delete” also deletes your conversations in Genie'],
];

export interface HelpView {
  channel: CardChannel;
  sampleQuestions: readonly string[];
  adminContact?: string;
}

/** How to ask, and the commands. */
export function helpCard({ channel, sampleQuestions, adminContact }: HelpView): OutgoingMessage {
  const how =
    'Ask a question in your own words, then follow up: “and by region?”. For the best answers, say what to measure, for which period, and how to group it.';
  const body = [
    richText('How to ask', { size: 'Medium', weight: 'Bolder' }),
    richText(how),
    ...questionButtons(channel, sampleQuestions),
    richText('You can also type', { size: 'Medium', weight: 'Bolder' }, { spacing: 'Medium' }),
    ...commands.map(([command, effect]) => factText(command, effect)),
    ...(adminContact ? [noteText(`Something wrong? Contact ${adminContact}.`)] : []),
  ];
  return createMessage(channel, body, how);
}
