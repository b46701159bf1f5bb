import type { OAuthCard, OutgoingMessage } from '../parts/outgoingMessage.ts';
import { plainText } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { inertText } from './inertText.ts';
import { type SignInReason, signInReason } from './signInReason.ts';

/** What the token service says about a sign-in that it has prepared. */
export interface SignInLinkView {
  signInLink: string;
  tokenExchangeResource?: OAuthCard['tokenExchangeResource'] | null;
  tokenPostResource?: OAuthCard['tokenPostResource'] | null;
}

export interface SignInView extends Reader {
  link: SignInLinkView;
  /** The name of the OAuth connection. */
  connectionName: string;
  /** Will be asked after the sign-in; absent if nothing waits for it. */
  question?: string;
  /** What a subscription asks, and what will be after the sign-in. */
  subscription?: string;
  /** Whether an earlier question gave way to this one. */
  replaced?: boolean;
  /** Whether the page can show a code to type here, since it doesn't know this chat. */
  needsCode: boolean;
  /** Why the person has to sign in once more. */
  again?: SignInReason;
  /** The account to sign in with. */
  account?: string;
}

/** Asks the person to sign in: Teams does it silently where it can, and shows the button otherwise. */
export function signInCard(view: SignInView): OutgoingMessage {
  const { channel, connectionName, link, texts } = view;
  const text = signInText(view);
  const content: OAuthCard = {
    text,
    connectionName,
    buttons: [{ type: 'signin', title: texts.signIn.card.button, value: link.signInLink }],
    ...present('tokenExchangeResource', link.tokenExchangeResource),
    ...present('tokenPostResource', link.tokenPostResource),
  };
  return {
    type: 'message',
    summary: texts.signIn.card.summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.oauth', content }],
    ...(channel === 'webchat' && { channelData: { 'webchat:fallback-text': plainText(text) } }),
  };
}

function signInText(view: SignInView): string {
  const { question, subscription, replaced, needsCode, again, account, texts } = view;
  const { card } = texts.signIn;
  const paragraphs = [
    again && signInReason(again, account, texts),
    card.ask,
    question?.trim() && card.question({ question: inertText(question, 200) }),
    subscription?.trim() &&
      texts.subscriptions.waitsForSignIn({ question: inertText(subscription, 200) }),
    replaced && card.replaced,
    needsCode && card.code,
    // They might read it hours later, when the link is over.
    subscription && texts.signIn.failed.otherwise,
  ];
  // Channels read the text as Markdown, where a single line break is none.
  return paragraphs.filter(Boolean).join('\n\n');
}

/** The field with what it holds; nothing if that is nothing, for Teams refuses a `null` in any depth. */
function present<K extends 'tokenExchangeResource' | 'tokenPostResource'>(
  name: K,
  value: OAuthCard[K] | null,
): Pick<OAuthCard, K> | undefined {
  const fields = Object.entries(value ?? {}).filter(([, field]) => field != null);
  return fields.length > 0
    ? ({ [name]: Object.fromEntries(fields) } as Pick<OAuthCard, K>)
    : undefined;
}
