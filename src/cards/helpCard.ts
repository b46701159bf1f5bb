import { questionButtons } from './actions.ts';
import { factText } from './factText.ts';
import { type CardChannel, createMessage, type OutgoingMessage } from './outgoingMessage.ts';
import { noteText, richText } from './richText.ts';

/** What a person may write instead of a question, and what it does. */
const commands: readonly (readonly [command: string, effect: string])[] = [
  ['help', 'shows this'],
  ['info', 'tells where the answers come from and what Genie is sent'],
  ['whoami', 'tells who I think you are'],
  ['reset', 'starts a new conversation: what was said before no longer counts'],
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
