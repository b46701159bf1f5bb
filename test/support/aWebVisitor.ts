import { anInvoke } from './activities.ts';
import { type AsPerson, type ada, databricks } from './openAsPerson.ts';
import { aPersonAt, type Person } from './person.ts';
import { type SignInCard, signInCardsIn } from './signInCardsIn.ts';

type Account = typeof ada;

export interface WebVisitor extends Person {
  from: { id: string; name: string };
  /** The conversation's id. */
  place: string;
  cards(): SignInCard[];
  card(count?: number): Promise<SignInCard>;
  /** Opens the link of the last card, and signs in there; the page shows these digits. */
  getCode(as: Account): string;
  /** The same on a page that is bound to the chat: it shows no digits. */
  signInOnBoundPage(as: Account): void;
  /** Sends the event `tokens/response`, as a page that is bound to the chat does, or anyone who wants to. */
  sendEvent(value?: Record<string, unknown>): ReturnType<AsPerson['post']>;
  /** Sends `signin/tokenExchange`, as a page does that signs people in itself. */
  exchange(as: Account): ReturnType<AsPerson['post']>;
  /** Asks to sign in, and does it with a code. */
  signIn(as: Account): Promise<void>;
}

/** A visitor of a page, who can call themselves anything: `userId` is what their page says. */
export function aWebVisitor(
  bot: AsPerson,
  userId: string,
  place = `web-${userId}`,
  channelId: 'webchat' | 'directline' = 'webchat',
): WebVisitor {
  const from = { id: userId, name: '' };
  const at = { scene: 'webchat', channelId, from } as const;
  const person = aPersonAt(bot, place, at);
  const cards = () => signInCardsIn(bot.connector, place);
  const getCode = (as: Account) => bot.tokens.finish(as, { userId }) ?? '';
  const invoke = (type: 'event' | 'invoke', name: string, value: Record<string, unknown>) =>
    bot.post({ ...anInvoke({ ...at, conversation: { id: place }, name, value }), type });
  return {
    ...person,
    from,
    place,
    cards,
    card: (count = 1) => bot.connector.waitFor(() => cards()[count - 1]),
    getCode,
    signInOnBoundPage: (as) => void bot.tokens.finish(as, { userId, isBound: true }),
    sendEvent: (value = { connectionName: databricks, token: 'forged' }) =>
      invoke('event', 'tokens/response', value),
    exchange: (as) =>
      invoke('invoke', 'signin/tokenExchange', {
        id: cards().at(-1)?.tokenExchangeResource?.id ?? 'none',
        connectionName: databricks,
        token: bot.tokens.ssoTokenFor(as),
      }),
    async signIn(as) {
      const before = cards().length;
      await person.write('sign in');
      await bot.connector.waitFor(() => cards()[before]);
      const said = person.messages().length;
      await person.write(getCode(as));
      await bot.connector.waitFor(() => person.messages()[said]);
    },
  };
}
