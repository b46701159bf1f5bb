import { questionButtons } from '../parts/actions.ts';
import { factText } from '../parts/factText.ts';
import { type CardChannel, createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { noteText, richText } from '../parts/richText.ts';

/** What a person can type instead of a question. */
export interface HelpEntry {
  name: string;
  /** What it does. What has none is not shown. */
  help?: string;
}

export interface HelpView {
  channel: CardChannel;
  sampleQuestions: readonly string[];
  commands: readonly HelpEntry[];
  adminContact?: string;
}

/** How to ask, and the commands. */
export function helpCard(view: HelpView): OutgoingMessage {
  const { channel, sampleQuestions, commands, adminContact } = view;
  const how =
    'Ask a question in your own words, and then go on from the answer: “and by region?” works. Naming the measure, the period and the grouping gives the best answers.';
  const body = [
    richText('How to ask', { size: 'Medium', weight: 'Bolder' }),
    richText(how),
    ...questionButtons(channel, sampleQuestions),
    richText('You can also write', { size: 'Medium', weight: 'Bolder' }, { spacing: 'Medium' }),
    ...commands.flatMap(({ name, help }) => (help ? [factText(name, help)] : [])),
    ...(adminContact ? [noteText(`Something wrong? Tell ${adminContact}.`)] : []),
  ];
  return createMessage(channel, body, how);
}
