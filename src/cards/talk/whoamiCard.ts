import type { Session } from '../../questions/session.ts';
import { factText } from '../parts/factText.ts';
import { type CardChannel, createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import { noteText, richText } from '../parts/richText.ts';

type KnownUser = Pick<Session['user'], 'name' | 'email' | 'knownBy'>;

/** A self-typed address must never look like a verified one. */
const sources: Readonly<Record<KnownUser['knownBy'], string>> = {
  teams: 'Teams told me so.',
  'self-declared': 'That is what this chat told me; nobody checked it.',
};

/** Who the bot takes the person to be, and how it knows. */
export function whoamiCard(channel: CardChannel, user: KnownUser): OutgoingMessage {
  const name = user.name?.trim();
  const email = user.email?.trim();
  const facts = [
    ...(name ? [factText('Name', clipLine(name, 100))] : []),
    ...(email
      ? [
          factText(
            user.knownBy === 'self-declared' ? 'E-mail (not verified)' : 'E-mail',
            clipLine(email, 254),
          ),
        ]
      : []),
  ];
  const unknown = 'I do not know your name or your e-mail address.';
  const body = [
    richText('You are', { size: 'Medium', weight: 'Bolder' }),
    ...(facts.length > 0 ? [...facts, noteText(sources[user.knownBy])] : [richText(unknown)]),
    noteText('Your conversation with Genie is kept apart from everybody else’s.'),
  ];
  return createMessage(channel, body, facts.length > 0 ? 'Who you are' : unknown);
}
