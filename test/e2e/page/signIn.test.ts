import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AsPerson, ada, databricks, erik, openAsPerson } from '../../support/openAsPerson.ts';
import { aPageVisitor, type Session } from '../../support/page/aPageVisitor.ts';
import { easyAuthHeaders } from '../../support/page/easyAuth.ts';
import { openWithPage, type WithPage } from '../../support/page/openWithPage.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud } from '../../support/shownTo.ts';
import { signInCardsIn } from '../../support/signInCardsIn.ts';
import { hang } from '../../support/tokenServiceDouble.ts';

let bot: WithPage<AsPerson>;
beforeEach(async () => {
  bot = await openWithPage({}, openAsPerson);
});
afterEach(async () => {
  await bot.settled();
  expect(bot.secretsInLog(bot.tokens.ssoTokenFor(ada), 'Revenue by region')).toEqual([]);
  await bot.close();
});

const visitorOf = (account: typeof ada, token?: string) =>
  aPageVisitor(bot, { ...account, ...(token && { token }) });
const at = (session: Session) => aPageVisitor(bot).at(session);
const cardsIn = ({ conversationId }: Pick<Session, 'conversationId'>) =>
  signInCardsIn(bot.connector, conversationId);
const asked = () => bot.callersOf(/start-conversation|\/conversations\/[^/]+\/messages$/);
const exchanges = () => bot.tokens.requests.filter(({ path }) => path.includes('exchange'));

describe('with the token that Easy Auth has', () => {
  it('nobody sees a card to sign in, and Genie is asked as they are', async () => {
    const session = await visitorOf(ada, bot.tokens.ssoTokenFor(ada)).open();
    await at(session).ask('Revenue by region');
    expect(cardsIn(session)).toEqual([]);
    expect(new Set(asked())).toEqual(new Set([ada.name]));
    expect(exchanges()).toContainEqual(
      expect.objectContaining({
        query: { userId: session.userId, channelId: 'directline', connectionName: databricks },
      }),
    );
  });

  it('whichever of its channels Direct Line calls itself', async () => {
    const visitor = visitorOf(ada, bot.tokens.ssoTokenFor(ada));
    const session = await visitor.open();
    await visitor.at(session, 'webchat').ask('Revenue by region');
    expect(cardsIn(session)).toEqual([]);
  });

  it('a question that waited for a sign-in goes on', async () => {
    const session = await visitorOf(ada).open();
    await at(session).write('Revenue by region');
    await bot.connector.waitFor(() => cardsIn(session)[0]);
    const { conversationId } = session;
    await visitorOf(ada, bot.tokens.ssoTokenFor(ada)).open({ conversationId });
    await bot.connector.waitFor(() => at(session).answers()[0]);
    expect(new Set(asked())).toEqual(new Set([ada.name]));
  });

  it('a token of another account is nobody’s, and is given up', async () => {
    const session = await visitorOf(ada, bot.tokens.ssoTokenFor(erik)).open();
    await at(session).write('Revenue by region');
    await bot.connector.waitFor(() => cardsIn(session)[0]);
    expect(asked()).toEqual([]);
    expect(bot.log).toContainEqual(expect.objectContaining({ event: 'signIn.mismatch' }));
  });

  it.each([
    ['refuses it', { status: 400, body: { error: { code: 'ConsentRequired' } } }],
    ['is down', { status: 503 }],
    ['hangs up', { drop: true }],
    ['doesn’t answer', hang],
  ])('if the token service %s, the page opens, and a card asks to sign in', async (_how, fault) => {
    bot.tokens.faults.next({ path: 'exchange' }, fault, 2);
    const session = await visitorOf(ada, bot.tokens.ssoTokenFor(ada)).open();
    await at(session).write('Revenue by region');
    await bot.connector.waitFor(() => cardsIn(session)[0]);
    expect(bot.log).toContainEqual(expect.objectContaining({ event: 'signIn.notExchanged' }));
  });

  it.each([['two words'], ['ä'], ['x'.repeat(20_000)]])(
    'what can’t be a token isn’t sent anywhere: %.20s',
    async (token) => {
      const visitor = aPageVisitor(bot, ada);
      const { status } = await visitor.askForToken(
        {},
        { 'x-ms-token-aad-access-token': encodeURI(token).replaceAll('%20', ' ') },
      );
      expect(status).toBe(200);
      if (token.includes(' ') || token.length > 16_384) expect(exchanges()).toEqual([]);
    },
  );
});

describe('with a card', () => {
  async function signInWithCode(session: Session, as = ada) {
    const before = cardsIn(session).length;
    await at(session).write('sign in');
    await bot.connector.waitFor(() => cardsIn(session)[before]);
    return bot.tokens.finish(as, { userId: session.userId }) ?? '';
  }

  it('who has signed in in one chat has done so in all', async () => {
    const visitor = visitorOf(ada);
    const first = await visitor.open();
    await at(first).hear(await signInWithCode(first));
    const second = await visitor.open();
    await at(second).ask('Revenue by region');
    expect(cardsIn(second)).toEqual([]);
    expect(new Set(asked())).toEqual(new Set([ada.name]));
  });

  it('a code counts in the chat as the page shows it after a reload', async () => {
    const visitor = visitorOf(ada);
    const first = await visitor.open();
    const code = await signInWithCode(first);
    bot.directLine.drop(first.conversationId);
    const again = await visitor.open({ conversationId: first.conversationId });
    expect(again.conversationId).not.toBe(first.conversationId);
    expect(readAloud(await at(again).hear(code))).toContain('signed in as Ada');
  });

  it('another account’s sign-in doesn’t count', async () => {
    const session = await visitorOf(ada).open();
    const code = await signInWithCode(session, erik);
    expect(readAloud(await at(session).hear(code))).not.toContain('Erik');
    await at(session).write('Revenue by region');
    await bot.connector.waitFor(() => cardsIn(session)[1]);
    expect(asked()).toEqual([]);
  });

  it('“logout” signs out everywhere', async () => {
    const visitor = visitorOf(ada);
    const [first, second] = [await visitor.open(), await visitor.open()];
    await at(first).hear(await signInWithCode(first));
    await at(second).hear('logout');
    await at(first).write('Revenue by region');
    await bot.connector.waitFor(() => cardsIn(first)[1]);
    expect(asked()).toEqual([]);
  });
});

describe('who only claims to be the visitor', () => {
  it.each(['directline', 'webchat'] as const)(
    'isn’t asked for as them, in %s',
    async (channelId) => {
      const session = await visitorOf(ada, bot.tokens.ssoTokenFor(ada)).open();
      const stranger = aPersonAt(bot, 'strangers-eu', {
        scene: 'webchat',
        channelId,
        from: { id: session.userId, name: '' },
      });
      await stranger.write('Revenue by region');
      await bot.connector.waitFor(() => cardsIn({ conversationId: 'strangers-eu' })[0]);
      expect(readAloud(await stranger.hear('whoami'))).not.toContain('Ada');
      await stranger.hear('logout');
      expect(asked()).toEqual([]);
      // And the visitor is still signed in.
      await at(session).ask('Revenue by region');
      expect(cardsIn(session)).toEqual([]);
    },
  );

  it('a sign-in of theirs isn’t the visitor’s', async () => {
    const session = await visitorOf(ada).open();
    const stranger = aPersonAt(bot, 'strangers-eu', {
      scene: 'webchat',
      channelId: 'directline',
      from: { id: session.userId, name: '' },
    });
    await stranger.write('sign in');
    await bot.connector.waitFor(() => cardsIn({ conversationId: 'strangers-eu' })[0]);
    await stranger.hear(bot.tokens.finish(erik) ?? '');
    await at(session).write('Revenue by region');
    await bot.connector.waitFor(() => cardsIn(session)[0]);
    expect(asked()).toEqual([]);
  });
});

it('no row holds a token', async () => {
  const token = bot.tokens.ssoTokenFor(ada);
  const session = await visitorOf(ada, token).open();
  await at(session).ask('Revenue by region');
  const rows = [
    (await bot.storage.visits.get(session.conversationId))?.value,
    (await bot.storage.chats.get(session.chatId))?.value,
  ];
  for (const secret of [token, session.token, bot.issue(ada)]) {
    expect(JSON.stringify(rows)).not.toContain(secret);
  }
  expect(easyAuthHeaders({ ...ada, token })).toHaveProperty('x-ms-token-aad-access-token', token);
});
