import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anInvoke } from '../../support/activities.ts';
import { aTeamsPerson, type TeamsPerson } from '../../support/aTeamsPerson.ts';
import { type AsPerson, ada, databricks, erik, openAsPerson } from '../../support/openAsPerson.ts';
import { openInProcess } from '../../support/openInProcess.ts';
import { threeTimes } from '../../support/threeTimes.ts';
import { hang } from '../../support/tokenServiceDouble.ts';

let bot: AsPerson;
let person: TeamsPerson;

beforeEach(async () => {
  bot = await openAsPerson({ hasBotToken: true });
  person = aTeamsPerson(bot, ada);
});
afterEach(async () => {
  await bot.settled();
  expect(bot.secretsInLog('Revenue by region', bot.tokens.ssoTokenFor(ada))).toEqual([]);
  await bot.close();
});

const asked = () => bot.genie.messages().map(({ content }) => content);
const calls = (path: string) =>
  bot.tokens.requests.filter((request) => request.path.includes(path));
/** Asks, and resolves once the card is there. */
async function ask() {
  await person.write('Revenue by region');
  return person.card();
}

describe('signin/tokenExchange', () => {
  it('takes the person’s id, channel and connection to the token service', async () => {
    await ask();
    await person.exchange();
    expect(calls('exchange')).toEqual([
      expect.objectContaining({
        method: 'POST',
        query: { userId: person.from.id, channelId: 'msteams', connectionName: databricks },
      }),
    ]);
  });

  it('is answered with what it brought, and the answer follows by itself', async () => {
    const { tokenExchangeResource } = await ask();
    expect(await person.exchange()).toEqual({
      status: 200,
      body: { id: tokenExchangeResource?.id, connectionName: databricks },
    });
    await bot.connector.waitFor(() => person.answers()[0]);
    await bot.settled();
    // The card, and the progress message that became the answer.
    expect(person.messages()).toHaveLength(2);
  });

  it.each(threeTimes)(
    'from three clients $how: each is answered 200, and the question is asked once',
    async ({ send }) => {
      await ask();
      const responses = await send(() => person.exchange());
      expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
      await bot.connector.waitFor(() => person.answers()[0]);
      await bot.settled();
      expect(asked()).toEqual(['Revenue by region']);
      expect(person.answers()).toHaveLength(1);
      expect(person.messages()).toHaveLength(2);
    },
  );

  it('redelivered with the same activity changes nothing', async () => {
    await ask();
    const { tokenExchangeResource } = await person.card();
    const value = {
      id: tokenExchangeResource?.id,
      connectionName: databricks,
      token: bot.tokens.ssoTokenFor(ada),
    };
    const send = () => person.invoke('signin/tokenExchange', value, { id: 'f:one' });
    const [one, two] = await Promise.all([send(), send()]);
    expect([one.status, two.status, (await send()).status]).toEqual([200, 200, 200]);
    await bot.connector.waitFor(() => person.answers()[0]);
    expect(asked()).toEqual(['Revenue by region']);
  });

  it('that nothing waits for signs in, and says so', async () => {
    await person.write('sign in');
    await person.card();
    expect(await person.exchange()).toMatchObject({ status: 200 });
    expect(person.last()).toMatch(/signed in as Ada Lovelace/);
    expect(await person.exchange()).toMatchObject({ status: 200 });
    expect(person.messages()).toHaveLength(2);
  });

  const badValues: [string, unknown][] = [
    ['another connection', { id: 'x', connectionName: 'graph', token: 'a.b.c' }],
    ['no connection', { id: 'x', token: 'a.b.c' }],
    ['no token', { id: 'x', connectionName: databricks }],
    ['an empty token', { id: 'x', connectionName: databricks, token: '' }],
    ['a token that is no text', { id: 'x', connectionName: databricks, token: { a: 1 } }],
    ['a huge token', { id: 'x', connectionName: databricks, token: 'a'.repeat(100_000) }],
    ['nothing', undefined],
    ['null', null],
    ['a text', 'token'],
    ['a list', [databricks]],
  ];
  it.each(badValues)(
    'with %s is answered 400, says why, and goes nowhere',
    async (_what, value) => {
      await ask();
      const { status, body } = await person.invoke('signin/tokenExchange', value);
      expect(status).toBe(400);
      expect(body).toEqual({
        ...((value as { id?: string } | null | undefined)?.id && { id: 'x' }),
        ...((value as { connectionName?: string } | null | undefined)?.connectionName && {
          connectionName: (value as { connectionName: string }).connectionName,
        }),
        failureDetail: expect.stringMatching(/\w/),
      });
      expect(calls('exchange')).toEqual([]);
      expect(bot.secretsInLog('a.b.c', 'aaaaaaaaaaaaaaaa')).toEqual([]);
      expect(asked()).toEqual([]);
      await person.exchange();
      await bot.connector.waitFor(() => person.answers()[0]);
    },
  );

  it.each<[string, Parameters<AsPerson['tokens']['faults']['next']>[1]]>([
    [
      'a 400',
      { status: 400, body: { error: { code: 'consent', message: 'AADSTS65001 a@b.example' } } },
    ],
    ['a 400 without a body', { status: 400 }],
    ['a 404', { status: 404 }],
    ['a 404 in HTML', { status: 404, body: '<html>gone</html>' }],
    ['a 412', { status: 412, body: { error: { message: 'interaction required' } } }],
    ['a 401', { status: 401 }],
    ['a 403', { status: 403, body: { error: { message: 'no' } } }],
    ['a 429', { status: 429 }],
    ['a 500', { status: 500, body: 'oops' }],
    ['a 503', { status: 503 }],
    ['a cut connection', { drop: true }],
    ['a 200 that makes no sense', { status: 200, body: { nothing: true } }],
    ['a 200 with an error', { status: 200, body: { error: { code: 'x' } } }],
    ['a 200 with an empty token', { status: 200, body: { token: '' } }],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }],
  ])(
    'that meets %s is answered 412, so that the button is shown, which then works',
    async (_what, fault) => {
      await ask();
      bot.tokens.faults.next({ path: 'exchange' }, fault);
      const { status, body } = await person.exchange();
      expect(status).toBe(412);
      expect(body).toEqual({
        id: person.cards()[0]?.tokenExchangeResource?.id,
        connectionName: databricks,
        failureDetail: expect.stringMatching(/\w/),
      });
      expect(JSON.stringify(body)).not.toMatch(/a@b\.example|eyJ/);
      expect(calls('exchange')).toHaveLength(1);
      expect(person.messages()).toHaveLength(1);
      expect(await person.verify(person.pressButton())).toMatchObject({ status: 200 });
      await bot.connector.waitFor(() => person.answers()[0]);
      expect(asked()).toEqual(['Revenue by region']);
    },
  );

  it('that is never answered is given up after 5 seconds', async () => {
    await ask();
    bot.tokens.faults.next({ path: 'exchange' }, hang);
    const begun = Date.now();
    expect(await person.exchange()).toMatchObject({ status: 412 });
    expect(Date.now() - begun).toBeLessThan(9_000);
  });

  it('with another person’s account is refused, said, and signed out', async () => {
    await ask();
    const { status, body } = await person.exchange(erik);
    expect(status).toBe(412);
    expect(Object.keys(body as object).sort()).toEqual(['connectionName', 'failureDetail', 'id']);
    expect(calls('SignOut')).toEqual([
      expect.objectContaining({
        method: 'DELETE',
        query: { userId: person.from.id, channelId: 'msteams', connectionName: databricks },
      }),
    ]);
    expect(person.last()).toMatch(/another account/);
    expect(person.messages()).toHaveLength(2);
    expect(bot.genie.requests).toEqual([]);
    // The question still waits for the right one.
    await person.exchange();
    await bot.connector.waitFor(() => person.answers()[0]);
    expect(new Set(bot.callersOf(/./))).toEqual(new Set([ada.name]));
  });

  it('with another person’s account from two clients is said once', async () => {
    await ask();
    await Promise.all([person.exchange(erik), person.exchange(erik)]);
    const said = person.messages().filter(({ text = '' }) => /another account/.test(text));
    expect(said).toHaveLength(1);
  });

  it('without any question or card signs in', async () => {
    expect(await person.exchange()).toMatchObject({ status: 200 });
    await person.ask('Revenue by region');
    expect(person.cards()).toEqual([]);
  });

  it('is the sender’s own sign-in, whatever card it names', async () => {
    await ask();
    const other = aTeamsPerson(bot, erik);
    const { tokenExchangeResource } = await person.card();
    const value = { id: tokenExchangeResource?.id };
    expect(await other.exchange(erik, value)).toMatchObject({ status: 200 });
    await bot.settled();
    expect(bot.genie.requests).toEqual([]);
    expect(person.messages()).toHaveLength(1);
  });

  it('isn’t known where Genie is asked as the bot', async () => {
    const plain = await openInProcess();
    for (const name of ['signin/tokenExchange', 'signin/verifyState', 'signin/failure']) {
      expect(await plain.post(anInvoke({ name, value: {} }))).toMatchObject({ status: 501 });
    }
    await plain.close();
  });
});
