import { questionButtons } from '../parts/actions.ts';
import { factText } from '../parts/factText.ts';
import { type CardChannel, createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { noteText, richText } from '../parts/richText.ts';

/** What a person may write instead of a question, and what it does. */
const commands: readonly (readonly [command: string, effect: string])[] = [
  ['help', 'shows this'],
  ['reset', 'starts a new conversation; the old one stays in your history'],
  ['history', 'shows your last conversations, to go on in one or to delete it'],
  ['spaces', 'shows what can be asked about, and changes it'],
  ['cancel', 'stops waiting for an answer'],
  ['sql', 'shows the SQL of your last answer'],
  ['as a line chart', 'shows your last answer so; as a bar chart, a donut or a table, too'],
  ['feedback', 'rates your last answer'],
  ['info', 'tells where the answers come from and what Genie is sent'],
  ['whoami', 'tells who I think you are'],
  ['email', 'tells me your e-mail address, where I do not know it'],
  ['logout', 'forgets you; “logout and delete” deletes your conversations in Genie too'],
];

export interface HelpView {
  channel: CardChannel;
  sampleQuestions: readonly string[];
  adminContact?: string;
}

/** How to ask, and the commands. */
export function helpCard({ channel, sampleQuestions, adminContact }: HelpView): OutgoingMessage {
  const how =
    'Ask a question in your own words, and then go on from the answer: “and by region?” works. Naming the measure, the period and the grouping gives the best answers.';
  const body = [
    richText('How to ask', { size: 'Medium', weight: 'Bolder' }),
    richText(how),
    ...questionButtons(channel, sampleQuestions),
    richText('You can also write', { size: 'Medium', weight: 'Bolder' }, { spacing: 'Medium' }),
    ...commands.map(([command, effect]) => factText(command, effect)),
    ...(adminContact ? [noteText(`Something wrong? Tell ${adminContact}.`)] : []),
  ];
  return createMessage(channel, body, how);
}
