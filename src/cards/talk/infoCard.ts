import { factText } from '../parts/factText.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine, clipText } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { richText } from '../parts/richText.ts';
import { type IdentityView, identityText } from '../signIn/identityText.ts';

export interface InfoView extends Reader {
  /** Absent while no space is known. */
  space?: { title: string; description?: string };
  /** The space is a serving endpoint, which gets what was said before, but not who asks. */
  isEndpoint?: boolean;
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
  const { texts, space, adminContact, identity } = view;
  const words = texts.about.info;
  const source = view.demo
    ? words.demo
    : (space && clipLine(space.title, 120)) || 'Databricks Genie';
  const sent = [
    words.question,
    ...(view.isEndpoint ? [words.history] : []),
    ...(view.sendsEmail && !view.isEndpoint ? [words.email] : []),
    ...(view.sendsRatings || view.isEndpoint ? [words.ratings] : []),
  ];
  const body = [
    richText(words.title, { size: 'Medium', weight: 'Bolder' }),
    factText(words.source, source),
    ...(space?.description ? [richText(clipText(space.description, 600))] : []),
    ...(identity ? [richText(identityText(identity, texts), {}, { spacing: 'Small' })] : []),
    factText(view.isEndpoint ? words.sentToEndpoint : words.sent, texts.list(sent)),
    factText(words.newConversation, words.afterIdle({ hours: view.sessionHours })),
    ...(adminContact ? [factText(words.contact, adminContact)] : []),
    factText(words.version, view.version),
  ];
  return createMessage(view.channel, body, words.summary({ source }));
}
