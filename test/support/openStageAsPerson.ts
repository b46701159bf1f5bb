import type { Activity } from '../../local/chat/activity.ts';
import { aMessage, anInvoke, teamsUser } from './activities.ts';
import { ownChatOf } from './connectorDouble.ts';
import { ada, createDemoPeople, erik, grace } from './demoPeople.ts';
import { openStage, type Stage } from './openStage.ts';
import { answersIn, messagesIn } from './shownTo.ts';
import { type SignInCard, signInCardsIn } from './signInCardsIn.ts';
import type { Bot } from './startBot.ts';
import { startTokenService, type TokenServiceDouble } from './tokenServiceDouble.ts';

type Account = typeof ada;

/** A stage on which Genie is asked as each person, who writes in their own chat in Teams. */
export interface StageAsPerson extends Stage {
  tokens: TokenServiceDouble;
  ask(bot: Bot, account: Account, text: string): Promise<number>;
  /** What a client of theirs sends to an instance when it sees the last card. */
  exchange(bot: Bot, account: Account): Promise<number>;
  cards(account: Account): SignInCard[];
  answers(account: Account): Activity[];
  messages(account: Account): Activity[];
  /** Who asked Genie something new, in order: their names, or the header itself. */
  askers(): string[];
  /** Who called Genie about each conversation of Genie's, without repetition. */
  callersByConversation(): string[][];
}

export async function openStageAsPerson(): Promise<StageAsPerson> {
  const people = createDemoPeople();
  const { tokenFor, readPersonToken, nameOf } = people;
  const tokens = await startTokenService({ people: [ada, erik, grace], tokenFor });
  const stage = await openStage({ connector: { channel: 'msteams' }, genie: { readPersonToken } });
  const { connector, genie } = stage;
  const placeOf = ({ oid, name }: Account) => {
    const from = { ...teamsUser, id: `29:${oid}`, name, aadObjectId: oid };
    const conversation = { id: ownChatOf(from.id), conversationType: 'personal' };
    return { scene: 'personal', from, conversation, serviceUrl: connector.url } as const;
  };
  const own = (account: Account) => placeOf(account).conversation.id;
  const cards = (account: Account) => signInCardsIn(connector, own(account));
  return {
    ...stage,
    tokens,
    cards,
    startBot: (env = {}) =>
      stage.startBot({
        GENIE_IDENTITY: 'person',
        BOT_TOKEN_SERVICE_URL: tokens.url,
        DATABRICKS_TOKEN: '',
        ...env,
      }),
    ask: (bot, account, text) => bot.post(aMessage({ ...placeOf(account), text })),
    exchange: (bot, account) =>
      bot.post(
        anInvoke({
          ...placeOf(account),
          name: 'signin/tokenExchange',
          value: {
            id: cards(account).at(-1)?.tokenExchangeResource?.id ?? 'none',
            connectionName: 'databricks',
            token: tokens.ssoTokenFor(account),
          },
        }),
      ),
    answers: (account) => answersIn(connector, own(account)),
    messages: (account) => messagesIn(connector, own(account)),
    askers: () =>
      genie.requests
        .filter(({ path }) => path.endsWith('/start-conversation'))
        .map(({ authorization }) => nameOf(authorization)),
    callersByConversation() {
      const callers = new Map<string, Set<string>>();
      for (const { path, authorization } of genie.requests) {
        const id = /\/conversations\/([^/?]+)/.exec(path)?.[1];
        if (id) callers.set(id, (callers.get(id) ?? new Set()).add(nameOf(authorization)));
      }
      return [...callers.values()].map((names) => [...names]);
    },
    async close() {
      await stage.close();
      await tokens.close();
    },
  };
}
