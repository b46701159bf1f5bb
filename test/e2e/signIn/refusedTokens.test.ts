import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aTeamsPerson, type TeamsPerson } from '../../support/aTeamsPerson.ts';
import { type AsPerson, ada, erik, openAsPerson } from '../../support/openAsPerson.ts';
import { openLink } from '../../support/openLink.ts';
import { linksOf, readAloud } from '../../support/shownTo.ts';

let bot: AsPerson;
let person: TeamsPerson;
beforeEach(async () => {
  bot = await openAsPerson({ hasBotToken: true, env: { PUBLIC_BASE_URL: 'http://localhost:1' } });
  person = aTeamsPerson(bot, ada);
  await person.signIn();
});
afterEach(async () => {
  await bot.settled();
  // Whatever happens to theirs, the bot's own token is nobody's way out.
  expect(bot.callersOf(/./)).not.toContain('the bot');
  expect(bot.secretsInLog('Revenue by region')).toEqual([]);
  await bot.close();
});

const asked = () => bot.genie.messages().map(({ content }) => content);
const spoken = () => person.messages().map(readAloud).join('\n');
const end = () =>
  bot.connector.waitFor(
    () => (person.cards().length > 0 || /Error ID/.test(spoken()) || person.answers()[0]) && true,
    20_000,
  );
const refusal = (status: number, error_code: string, message: string) => ({
  status,
  body: { error_code, message },
});
const badToken = refusal(401, '401', 'Invalid access token.');

/** The token service has a newer token than the one that the bot has in memory. */
function renew() {
  const owner = { userId: person.from.id, channelId: 'msteams', connectionName: 'databricks' };
  // Two of the same second and life are one and the same.
  bot.tokens.setLifetime(50 * 60_000);
  bot.tokens.signIn(owner, ada);
}

describe('a token that Databricks refuses', () => {
  it('is read again from the token service, and if that has a newer one, nobody notices', async () => {
    await person.ask('How many orders are there?');
    renew();
    bot.genie.faults.next({ method: 'POST', path: /messages$/ }, badToken);
    await person.ask('Revenue by region');
    expect(asked()).toEqual(['How many orders are there?', 'Revenue by region']);
    expect(person.cards()).toEqual([]);
  });

  it('and that is still all there is leads to a new sign-in, and the question is kept', async () => {
    bot.genie.faults.next({ path: 'start-conversation' }, badToken);
    await person.write('Revenue by region');
    await person.card();
    expect(bot.tokens.requests.map(({ method }) => method)).toContain('DELETE');
    await person.exchange();
    await bot.connector.waitFor(() => person.answers()[0]);
    expect(asked()).toEqual(['Revenue by region']);
  });

  it('after every sign-in ends in words, not in a third card', async () => {
    bot.genie.faults.next({ path: 'start-conversation', times: 50 }, badToken);
    await person.write('Revenue by region');
    for (const count of [1, 2]) {
      await person.card(count).catch(() => undefined);
      if (person.cards().length < count) break;
      await person.exchange();
    }
    await bot.connector.waitFor(() => /Error ID/.test(spoken()), 20_000);
    expect(person.cards().length).toBeLessThanOrEqual(2);
    expect(asked()).toEqual([]);
  });

  it.each([
    ['while Genie works', /messages\/[^/]+$/],
    ['when the rows are read', /query-result/],
  ])('%s, is read again, and the answer comes', async (_when, path) => {
    await person.ask('How many orders are there?');
    renew();
    bot.genie.faults.next({ method: 'GET', path }, badToken);
    expect(readAloud(await person.ask('Revenue by region'))).toMatch(/Europe/);
    expect(asked()).toHaveLength(2);
  });

  it.each([
    ['while Genie works', /messages\/[^/]+$/],
    ['when the rows are read', /query-result/],
  ])('%s, for good, ends in words or a card', async (_when, path) => {
    bot.genie.faults.next({ method: 'GET', path, times: 1_000 }, badToken);
    await person.write('Revenue by region');
    await end();
    expect(asked()).toHaveLength(1);
    expect(spoken()).toMatch(/sign/i);
  });

  it('for a click is said', async () => {
    const answer = await person.ask('Revenue by product and month');
    await person.click(answer, { action: 'export' });
    const link = person
      .messages()
      .flatMap(linksOf)
      .find((url) => url.includes('/export'));
    bot.genie.faults.next({ times: 1_000 }, badToken);
    await person.click(answer, { action: 'page' });
    expect(person.last()).toMatch(/sign/i);
    await person.react(answer, 'like');
    expect(person.last()).toMatch(/sign/i);
    const { status, text } = await openLink(bot, link ?? '');
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).toMatch(/sign/i);
  });

  it('is one person’s matter', async () => {
    const other = aTeamsPerson(bot, erik);
    await other.signIn();
    bot.genie.faults.next({ path: 'start-conversation' }, badToken);
    await person.write('Revenue by region');
    await person.card();
    await other.ask('Revenue by region');
    expect(other.cards()).toEqual([]);
  });
});

describe('the token service', () => {
  it.each([
    ['a 500', { status: 500 }],
    ['a 503', { status: 503 }],
    ['a cut connection', { drop: true }],
  ])('that answers %s for a moment costs no question', async (_what, fault) => {
    const fresh = aTeamsPerson(bot, erik);
    bot.tokens.faults.next({ path: 'GetToken' }, fault, 1);
    await fresh.write('Revenue by region');
    await fresh.card();
    await fresh.exchange();
    await bot.connector.waitFor(() => fresh.answers()[0]);
    expect(asked()).toHaveLength(1);
  });

  it('that can’t make a link for a moment costs no question', async () => {
    const fresh = aTeamsPerson(bot, erik);
    bot.tokens.faults.next({ path: 'GetSignInResource' }, { status: 503 }, 1);
    await fresh.write('Revenue by region');
    await fresh.write('sign in');
    await fresh.card();
    await fresh.exchange();
    await bot.connector.waitFor(() => fresh.answers()[0]);
    expect(asked()).toHaveLength(1);
  });

  it('whose token has expired asks to sign in again', async () => {
    await person.ask('Revenue by region');
    bot.tokens.expireAll();
    // What is in memory is good as long as it lasts.
    await person.ask('Revenue by product');
    expect(person.cards()).toEqual([]);
  });

  it('that keeps another person’s token for this one gets it taken away, and it isn’t used', async () => {
    const fresh = aTeamsPerson(bot, erik);
    bot.tokens.signIn(
      { userId: fresh.from.id, channelId: 'msteams', connectionName: 'databricks' },
      ada,
    );
    await fresh.write('Revenue by region');
    await fresh.card();
    expect(bot.tokens.requests.at(-2)).toMatchObject({ method: 'DELETE' });
    expect(bot.genie.requests.filter(({ path }) => /start-conversation/.test(path))).toEqual([]);
  });
});

describe('rights that are missing', () => {
  const forms: [string, ReturnType<typeof refusal>, RegExp][] = [
    [
      'the workspace',
      refusal(403, '403', 'User not authorized.'),
      /access to the Databricks workspace.*ask your Databricks admin/s,
    ],
    [
      'the space, as a 404',
      refusal(404, 'RESOURCE_DOES_NOT_EXIST', 'Unable to get space 01f0. Node does not exist.'),
      /access to this Genie space.*owner/s,
    ],
    [
      'the space, as a 403',
      refusal(
        403,
        'PERMISSION_DENIED',
        'You need "Can Run" permission to perform this action on the Genie space',
      ),
      /access to this Genie space.*owner/s,
    ],
    [
      'the warehouse',
      refusal(403, 'PERMISSION_DENIED', 'You do not have CAN_USE permission on SQL warehouse abc'),
      /SQL warehouse of this space.*owner/s,
    ],
  ];
  it.each(forms)(
    'to %s are said, with whom to ask, without naming the space',
    async (_what, fault, words) => {
      bot.genie.faults.next({ method: 'POST', path: 'start-conversation', times: 20 }, fault);
      await person.write('Revenue by region');
      await bot.connector.waitFor(
        () => /Error ID|Try again|access|warehouse/.test(spoken()),
        20_000,
      );
      await bot.settled();
      expect(spoken()).toMatch(words);
      expect(spoken()).not.toMatch(/this bot/);
      expect(spoken()).not.toMatch(/Sales|01f0/);
      expect(person.cards()).toEqual([]);
    },
  );

  it('to the data are said, with whom to ask', async () => {
    bot.genie.faults.script('Revenue by region', {
      error: {
        type: 'SQL_EXECUTION_EXCEPTION',
        error:
          '[INSUFFICIENT_PERMISSIONS] User does not have SELECT on Table sales. SQLSTATE: 42501',
      },
    });
    await person.write('Revenue by region');
    await bot.connector.waitFor(() => /Error ID/.test(spoken()));
    expect(spoken()).toMatch(/access to all the data.*owner of the data/s);
  });

  it('hide a space from the list of them, and from no one else', async () => {
    const other = aTeamsPerson(bot, erik);
    await other.signIn();
    const all = readAloud(await person.hear('spaces'));
    const some = readAloud(await other.hear('spaces'));
    expect(all).toMatch(/Support/i);
    expect(some).not.toMatch(/Support/i);
    expect(some).toMatch(/Sales/i);
  });
});
