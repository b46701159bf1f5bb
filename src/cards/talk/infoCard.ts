import { factText } from '../parts/factText.ts';
import { type CardChannel, createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine, clipText } from '../parts/plainText.ts';
import { richText } from '../parts/richText.ts';

export interface InfoView {
  channel: CardChannel;
  /** Absent while no space is known. */
  space?: { title: string; description?: string };
  /** Whether Genie is sent the asker's e-mail with each question. */
  sendsEmail: boolean;
  /** Whether thumbs are passed on to Genie. */
  sendsRatings: boolean;
  sessionHours: number;
  adminContact?: string;
  version: string;
  demo: boolean;
}

/** Where the answers come from, what leaves the chat, and whom to ask. */
export function infoCard(view: InfoView): OutgoingMessage {
  const { space, adminContact } = view;
  const source = view.demo
    ? 'the demo workspace: made-up sales data, and no AI'
    : (space && clipLine(space.title, 120)) || 'Databricks Genie';
  const sent = [
    'your question',
    ...(view.sendsEmail ? ['your e-mail address'] : []),
    ...(view.sendsRatings ? ['your thumbs'] : []),
  ];
  const body = [
    richText('About this bot', { size: 'Medium', weight: 'Bolder' }),
    factText('Answers come from', source),
    ...(space?.description ? [richText(clipText(space.description, 600))] : []),
    factText('Sent to Genie', sent.join(', ')),
    factText('A new conversation starts', `after ${hours(view.sessionHours)} without a question`),
    ...(adminContact ? [factText('Contact', adminContact)] : []),
    factText('Version', view.version),
  ];
  return createMessage(view.channel, body, `Answers come from ${source}.`);
}

function hours(count: number): string {
  return count === 1 ? 'an hour' : `${count} hours`;
}
