import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aTeamsPerson, type TeamsPerson } from '../../support/aTeamsPerson.ts';
import { type AsPerson, ada, erik, openAsPerson } from '../../support/openAsPerson.ts';
import { readAloud } from '../../support/shownTo.ts';

let bot: AsPerson;
let person: TeamsPerson;
beforeEach(async () => {
  bot = await openAsPerson({
    hasBotToken: true,
    env: { DATABRICKS_TOKEN_EXCHANGE: 'federation' },
  });
  person = aTeamsPerson(bot, ada);
  await person.signIn();
});
afterEach(async () => {
  await bot.settled();
  expect(bot.callersOf(/./)).not.toContain('the bot');
  expect(bot.secretsInLog('traded-for')).toEqual([]);
  await bot.close();
});

const trades = () => bot.genie.requests.filter(({ path }) => path === '/oidc/v1/token');
const spoken = (who = person) => who.messages().map(readAloud).join('\n');
/** The next exchange gives this token. */
function trade(access_token: string, expires_in = 3_600) {
  bot.genie.faults.next(
    { method: 'POST', path: '/oidc/v1/token' },
    { status: 200, body: { access_token, token_type: 'Bearer', expires_in, scope: 'all-apis' } },
  );
}
describe('with federation', () => {
  it('the person’s token is exchanged once, and Genie is asked with what came of it', async () => {
    const traded = bot.issue(ada);
    trade(traded);
    await person.ask('Revenue by region');
    await person.ask('Revenue by product');
    expect(trades()).toHaveLength(1);
    expect(String(trades()[0]?.body)).not.toContain('client_id');
    const others = bot.genie.requests.filter(({ path }) => path !== '/oidc/v1/token');
    expect(new Set(others.map(({ authorization }) => authorization))).toEqual(
      new Set([`Bearer ${traded}`]),
    );
  });

  it('each person has their own', async () => {
    const other = aTeamsPerson(bot, erik);
    await other.signIn();
    trade(bot.issue(ada));
    expect(readAloud(await person.ask('Revenue by region'))).toMatch(/Asia/);
    trade(bot.issue(erik));
    expect(readAloud(await other.ask('Revenue by region'))).not.toMatch(/Asia/);
    expect(readAloud(await person.ask('Revenue by region'))).toMatch(/Asia/);
    expect(trades()).toHaveLength(2);
  });

  it.each([
    ['invalid_grant', 400],
    ['invalid_request', 400],
    ['unauthorized', 401],
  ])('a refusal (%s, %d) is said, and is no endless sign-in', async (error, status) => {
    bot.genie.faults.next(
      { method: 'POST', path: '/oidc/v1/token', times: 50 },
      { status, body: { error, error_description: 'no policy matched' } },
    );
    await person.write('Revenue by region');
    await bot.connector.waitFor(() => /doesn’t accept your account/.test(spoken()), 20_000);
    expect(person.cards()).toEqual([]);
    expect(bot.genie.messages()).toEqual([]);
  });

  it.each([500, 503, 429])('a %d for a moment costs no question', async (status) => {
    bot.genie.faults.next({ method: 'POST', path: '/oidc/v1/token' }, { status });
    trade(bot.issue(ada));
    await person.ask('Revenue by region');
    expect(person.cards()).toEqual([]);
    expect(bot.genie.messages()).toHaveLength(1);
  });

  it('signing out ends what was exchanged, too', async () => {
    trade(bot.issue(ada));
    await person.ask('Revenue by region');
    await person.hear('logout');
    const before = bot.genie.requests.length;
    await person.write('Revenue by product');
    await person.card();
    expect(bot.genie.requests).toHaveLength(before);
  });
});
