import type { Session } from '../../questions/session.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { factText } from '../parts/factText.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';
import { type IdentityView, identityText } from '../signIn/identityText.ts';

type KnownUser = Pick<Session['user'], 'name' | 'email' | 'knownBy'>;

/** A self-declared address must never look like a verified one. */
const sources: Readonly<Record<KnownUser['knownBy'], string>> = {
  teams: 'From your Teams profile.',
  'self-declared': 'Entered in this chat, not verified.',
};

/**
 * Who the bot thinks the person is, and how it knows.
 *
 * @param identity with whose rights Genie is asked; absent: it isn't said
 */
export function whoamiCard(
  { channel }: Reader,
  user: KnownUser,
  identity?: IdentityView,
): OutgoingMessage {
  const name = user.name?.trim();
  const email = user.email?.trim();
  const facts = [
    ...(name ? [factText('Name', clipLine(name, 100))] : []),
    ...(email
      ? [
          factText(
            user.knownBy === 'self-declared' ? 'Email (not verified)' : 'Email',
            clipLine(email, 254),
          ),
        ]
      : []),
  ];
  const unknown = 'I don’t know your name or email address.';
  const body = [
    richText('You are', { size: 'Medium', weight: 'Bolder' }),
    ...(facts.length > 0 ? [...facts, noteText(sources[user.knownBy])] : [richText(unknown)]),
    ...(identity ? rightsElements(identity) : []),
    noteText('Your conversations with Genie are separate from everyone else’s.'),
  ];
  return createMessage(channel, body, facts.length > 0 ? 'Who you are' : unknown);
}

function rightsElements(identity: IdentityView): CardElement[] {
  const account = clipLine(identity.signedInAs ?? '', 254);
  const signIn = account
    ? factText('Signed in as', account)
    : richText('You’re not signed in. Type “sign in” to do so.', {}, { spacing: 'Small' });
  return [...(identity.mode === 'person' ? [signIn] : []), noteText(identityText(identity))];
}
