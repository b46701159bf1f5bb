import { anInvoke, teamsUser } from './activities.ts';
import { ownChatOf } from './connectorDouble.ts';
import { type AsPerson, type ada, databricks } from './openAsPerson.ts';
import { aPersonAt, type Person } from './person.ts';
import { type SignInCard, signInCardsIn } from './signInCardsIn.ts';

type Account = typeof ada;

export interface TeamsPerson extends Person {
  from: { id: string; name: string; aadObjectId: string };
  /** The conversation's id. */
  place: string;
  /** Sends an invoke of theirs from their own chat, as Teams does. */
  invoke(name: string, value: unknown, overrides?: { id?: string }): ReturnType<AsPerson['post']>;
  /** The cards to sign in that they were shown, in their own chat. */
  cards(): SignInCard[];
  /** Resolves once there are this many. */
  card(count?: number): Promise<SignInCard>;
  /** What a client of theirs sends when it sees the last card; `as`: the account it is signed in with. */
  exchange(as?: Account, value?: Record<string, unknown>): ReturnType<AsPerson['post']>;
  /** Presses the button of the last card and signs in in the pop-up; resolves with the digits that it ends with. */
  pressButton(as?: Account): string;
  /** What Teams sends when the pop-up is done. */
  verify(state: unknown): ReturnType<AsPerson['post']>;
  /** Signs in silently without asking anything. */
  signIn(): Promise<void>;
}

/** Someone in Teams whose account is `account`: in their own chat, unless told otherwise. */
export function aTeamsPerson(
  bot: AsPerson,
  account: Account,
  at: { scene?: 'personal' | 'group' | 'channel'; place?: string } = {},
): TeamsPerson {
  const { oid, name } = account;
  const { scene = 'personal' } = at;
  const from = { ...teamsUser, id: `29:${oid}`, name, aadObjectId: oid };
  const own = ownChatOf(from.id);
  const place = at.place ?? own;
  const person = aPersonAt(bot, place, { scene, from });
  const cards = () => signInCardsIn(bot.connector, own);
  const invoke: TeamsPerson['invoke'] = (invoked, value, overrides) =>
    bot.post(
      anInvoke({
        scene: 'personal',
        from,
        conversation: { id: own, conversationType: 'personal' },
        name: invoked,
        value,
        ...overrides,
      }),
    );
  const exchange: TeamsPerson['exchange'] = (as = account, value = {}) =>
    invoke('signin/tokenExchange', {
      id: cards().at(-1)?.tokenExchangeResource?.id ?? 'none',
      connectionName: databricks,
      token: bot.tokens.ssoTokenFor(as),
      ...value,
    });
  return {
    ...person,
    from,
    place,
    cards,
    invoke,
    exchange,
    card: (count = 1) => bot.connector.waitFor(() => cards()[count - 1]),
    pressButton: (as = account) => bot.tokens.finish(as, { userId: from.id }) ?? '',
    verify: (state) => invoke('signin/verifyState', { state }),
    async signIn() {
      const { status, body } = await exchange();
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    },
  };
}
