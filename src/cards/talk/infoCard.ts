import { factText } from '../parts/factText.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine, clipText } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { richText } from '../parts/richText.ts';
import { type IdentityView, identityText } from '../signIn/identityText.ts';

export interface InfoView extends Reader {
  /** Absent while no space is known. */
  space?: { title: string; description?: string };
  /** Whether the asker's email address is sent to Genie with each question. */
  sendsEmail: boolean;
  /** Whether ratings are sent to Genie. */
  sendsRatings: boolean;
  sessionHours: number;
  adminContact?: string;
  version: string;
  demo: boolean;
  /** With whose rights Genie is asked; absent: it isn't said. */
  identity?: IdentityView;
}

/** Where the answers come from, what leaves the chat, and who to contact. */
export function infoCard(view: InfoView): OutgoingMessage {
  const { space, adminContact, identity } = view;
  const source = view.demo
    ? 'a demo workspace: made-up sales data, no AI'
    : (space && clipLine(space.title, 120)) || 'Databricks Genie';
  const sent = [
    'your question',
    ...(view.sendsEmail ? ['your email address'] : []),
    ...(view.sendsRatings ? ['your ratings'] : []),
  ];
  const body = [
    richText('About this bot', { size: 'Medium', weight: 'Bolder' }),
    factText('Answers come from', source),
    ...(space?.description ? [richText(clipText(space.description, 600))] : []),
    ...(identity ? [richText(identityText(identity), {}, { spacing: 'Small' })] : []),
    factText('Sent to Genie', sent.join(', ')),
    factText('New conversation', `after ${hours(view.sessionHours)} of inactivity`),
    ...(adminContact ? [factText('Contact', adminContact)] : []),
    factText('Version', view.version),
  ];
  return createMessage(view.channel, body, `Answers come from ${source}.`);
}

function hours(count: number): string {
  return count === 1 ? 'an hour' : `${count} hours`;
}
