import type { Session } from '../../questions/session.ts';
import type { Texts } from '../../texts/texts.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { factText } from '../parts/factText.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';
import { type IdentityView, identityText } from '../signIn/identityText.ts';

type KnownUser = Pick<Session['user'], 'name' | 'email' | 'knownBy'>;

/**
 * Who the bot thinks the person is, and how it knows: a self-declared address must never look like a verified one.
 *
 * @param identity with whose rights Genie is asked; absent: it isn't said
 */
export function whoamiCard(
  { channel, texts }: Reader,
  user: KnownUser,
  identity?: IdentityView,
): OutgoingMessage {
  const words = texts.about.whoami;
  const name = user.name?.trim();
  const email = user.email?.trim();
  const facts = [
    ...(name ? [factText(words.name, clipLine(name, 100))] : []),
    ...(email
      ? [
          factText(
            user.knownBy === 'self-declared' ? words.unverifiedEmail : words.email,
            clipLine(email, 254),
          ),
        ]
      : []),
  ];
  const body = [
    richText(words.title, { size: 'Medium', weight: 'Bolder' }),
    ...(facts.length > 0
      ? [...facts, noteText(words.sources[user.knownBy])]
      : [richText(words.unknown)]),
    ...(identity ? rightsElements(identity, texts) : []),
    noteText(words.separate),
  ];
  return createMessage(channel, body, facts.length > 0 ? words.summary : words.unknown);
}

function rightsElements(identity: IdentityView, texts: Texts): CardElement[] {
  const { whoami } = texts.about;
  const account = clipLine(identity.signedInAs ?? '', 254);
  const signIn = account
    ? factText(whoami.signedInAs, account)
    : richText(whoami.notSignedIn, {}, { spacing: 'Small' });
  return [...(identity.mode === 'person' ? [signIn] : []), noteText(identityText(identity, texts))];
}
