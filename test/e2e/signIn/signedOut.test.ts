import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aConversationUpdate } from '../../support/activities.ts';
import { aTeamsPerson, type TeamsPerson } from '../../support/aTeamsPerson.ts';
import { aWebVisitor } from '../../support/aWebVisitor.ts';
import { type AsPerson, ada, erik, openAsPerson } from '../../support/openAsPerson.ts';
import { openLink } from '../../support/openLink.ts';
import { linksOf, readAloud } from '../../support/shownTo.ts';

let bot: AsPerson;
let person: TeamsPerson;

async function open(env: Record<string, string> = {}) {
  bot = await openAsPerson({
    hasBotToken: true,
    env: { PUBLIC_BASE_URL: 'http://localhost:1', ...env },
  });
  person = aTeamsPerson(bot, ada);
}
afterEach(async () => {
  await bot.settled();
  expect(bot.callersOf(/./)).not.toContain('the bot');
  await bot.close();
});

const downloadsOf = (who: TeamsPerson) =>
  who
    .messages()
    .flatMap(linksOf)
    .filter((url) => url.includes('/export'));

describe.each([
  ['a chosen space', { DATABRICKS_SPACE_ID: '01f07f2a9c1e1d2bb3a4c5d6e7f80910' }],
  ['whatever spaces there are', {}],
])('someone who isn’t signed in, with %s', (_what, env) => {
  beforeEach(() => open(env));
  afterEach(() => {
    expect(bot.genie.requests).toEqual([]);
    expect(bot.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it.each([
    ['help', /ask|question/i],
    ['info', /your Databricks rights/],
    ['whoami', /Ada Lovelace/],
    ['history', /no conversations here yet/],
    ['reset', /new conversation/],
    ['cancel', /nothing/i],
    ['sql', /haven’t had an answer/],
    ['show', /haven’t had an answer/],
    ['feedback', /haven’t had an answer/],
    ['status', /Only admins/],
    ['logout', /weren’t signed in/],
  ])('gets what “%s” can say without Genie', async (text, said) => {
    const answer = readAloud(await person.hear(text));
    expect(answer).toMatch(said);
    expect(answer).not.toMatch(/Error ID|didn’t work/);
    expect(person.cards()).toEqual([]);
  });

  it.each(['spaces'])('is told by “%s” to sign in, in a plain sentence', async (text) => {
    const answer = readAloud(await person.hear(text));
    expect(answer).toMatch(/sign in/i);
    expect(answer).not.toMatch(/Error ID|didn’t work|01f0/);
  });

  it('is welcomed with the sample questions of the settings, and told whose rights count', async () => {
    await bot.post(
      aConversationUpdate({
        from: person.from,
        conversation: { id: person.place, conversationType: 'personal' },
      }),
    );
    const welcome = readAloud(await bot.connector.waitFor(() => person.messages()[0]));
    expect(welcome).toMatch(/your Databricks rights/);
    expect(welcome).toContain('What data can I ask about?');
  });
});

describe('signing out', () => {
  beforeEach(() => open());

  it.each(['logout', 'sign out', 'log out', 'Sign out!'])(
    '“%s” ends the token at the service and in memory, and the next question asks to sign in',
    async (text) => {
      await person.signIn();
      await person.ask('Revenue by region');
      expect(readAloud(await person.hear(text))).toMatch(/signed out/);
      expect(bot.tokens.requests.at(-1)).toMatchObject({
        method: 'DELETE',
        query: { userId: person.from.id, channelId: 'msteams', connectionName: 'databricks' },
      });
      const before = bot.genie.requests.length;
      await person.write('Revenue by product');
      await person.card();
      expect(bot.genie.requests).toHaveLength(before);
      await person.exchange();
      await bot.connector.waitFor(() => person.answers()[1]);
    },
  );

  it('ends download links, with words', async () => {
    await person.signIn();
    const answer = await person.ask('Revenue by region');
    await person.click(answer, { action: 'export' });
    const [link = ''] = downloadsOf(person);
    expect(await openLink(bot, link)).toMatchObject({ status: 200 });
    await person.hear('logout');
    const { status, text } = await openLink(bot, link);
    expect(status).toBe(403);
    expect(text).toMatch(/no longer signed in/);
    await person.signIn();
    expect(await openLink(bot, link)).toMatchObject({ status: 200 });
  });

  it('leaves the buttons of old answers with words', async () => {
    await person.signIn();
    const answer = await person.ask('Revenue by product and month');
    await person.hear('logout');
    const before = bot.genie.requests.length;
    const from = person.messages().length;
    for (const action of ['page', 'again']) await person.click(answer, { action });
    await bot.settled();
    const said = person.messages().slice(from).map(readAloud).join('\n');
    expect(said).toMatch(/sign in/i);
    expect(bot.genie.requests).toHaveLength(before);
  });

  it('touches nobody else', async () => {
    const other = aTeamsPerson(bot, erik);
    await Promise.all([person.signIn(), other.signIn()]);
    const answer = await other.ask('Revenue by region');
    await other.click(answer, { action: 'export' });
    await person.hear('logout');
    expect(await openLink(bot, downloadsOf(other)[0] ?? '')).toMatchObject({ status: 200 });
    await other.ask('Revenue by product');
    expect(other.cards()).toEqual([]);
  });

  it('of someone who isn’t signed in says so', async () => {
    expect(readAloud(await person.hear('logout'))).toMatch(/weren’t signed in/);
  });

  it('is told if the token service doesn’t take it, and can be tried again', async () => {
    await person.signIn();
    bot.tokens.faults.next({ path: 'SignOut' }, { status: 503 });
    expect(readAloud(await person.hear('logout'))).toMatch(/couldn’t reach the service/);
    expect(readAloud(await person.hear('logout'))).toMatch(/signed out/);
    await person.write('Revenue by region');
    await person.card();
  });

  it('of someone whom the service doesn’t know is done', async () => {
    await person.signIn();
    bot.tokens.faults.next({ path: 'SignOut' }, { status: 404 });
    expect(readAloud(await person.hear('logout'))).toMatch(/signed out/);
  });

  it('while a question is being answered ends in words, or in the answer', async () => {
    await person.signIn();
    bot.genie.faults.next({ path: /messages\/[^/]+$/ }, { delay: 300 });
    await person.write('Revenue by region');
    await person.hear('logout');
    await bot.settled();
    const last = await bot.connector.waitFor(() => person.messages().at(-1));
    expect(readAloud(last)).toMatch(/signed out|sign-in|sign in|Europe/i);
    expect(bot.genie.messages()).toHaveLength(1);
  });

  it('with “logout and delete” deletes first, with the person’s rights', async () => {
    await person.signIn();
    await person.ask('Revenue by region');
    const confirm = await person.hear('logout and delete');
    await person.click(confirm, { action: 'delete-all' });
    await bot.connector.waitFor(() => /deleted your conversation/.test(person.last()));
    await bot.settled();
    await person.write('Revenue by product');
    await person.card();
  });
});

describe('who is signed in', () => {
  beforeEach(() => open());

  it('is said by “sign in”, “whoami” and “info”', async () => {
    await person.signIn();
    expect(readAloud(await person.hear('sign in'))).toBe(
      'You’re already signed in as Ada Lovelace.',
    );
    expect(readAloud(await person.hear('whoami'))).toMatch(/Ada Lovelace/);
    expect(readAloud(await person.hear('info'))).toMatch(/your Databricks rights/);
    expect(person.cards()).toEqual([]);
  });

  it.each(['sign in', 'login', 'Log in.'])(
    '“%s” shows a card where nobody else reads',
    async (text) => {
      await person.write(text);
      await person.card();
      const inGroup = aTeamsPerson(bot, erik, { scene: 'group', place: '19:group@thread.v2' });
      const said = await inGroup.hear(text);
      expect(said).not.toHaveProperty('attachments');
      expect(readAloud(said)).toMatch(/chat/);
    },
  );

  it('isn’t shown a card in a conversation whose kind nobody names', async () => {
    await bot.post({
      type: 'message',
      id: '1',
      channelId: 'msteams',
      from: person.from,
      recipient: { id: '28:bot', name: 'Genie' },
      conversation: { id: '19:unknown' },
      text: 'sign in',
    } as never);
    const [said] = await bot.connector.waitFor(() => {
      const list = bot.connector.activities('19:unknown');
      return list.length > 0 && list;
    });
    expect(said?.activity).not.toHaveProperty('attachments');
  });

  it('“sign in” says that the token service is away', async () => {
    bot.tokens.faults.next({ path: 'GetToken' }, { status: 503 });
    expect(readAloud(await person.hear('sign in'))).toMatch(/couldn’t reach the service/);
    bot.tokens.faults.next({ path: 'GetSignInResource' }, { status: 503 });
    expect(readAloud(await person.hear('sign in'))).toMatch(/couldn’t reach the service/);
    await person.write('sign in');
    await person.card();
  });
});

describe('REQUIRE_EMAIL', () => {
  it('doesn’t ask a person of Web Chat whom their token names', async () => {
    bot = await openAsPerson({
      hasBotToken: true,
      connector: { channel: 'webchat' },
      env: { REQUIRE_EMAIL: 'true' },
    });
    const visitor = aWebVisitor(bot, 'dl_ada');
    await visitor.signIn(ada);
    await visitor.ask('Revenue by region');
  });

  it('doesn’t ask a person of Web Chat who signs in for their question', async () => {
    bot = await openAsPerson({
      hasBotToken: true,
      connector: { channel: 'webchat' },
      env: { REQUIRE_EMAIL: 'true' },
    });
    const visitor = aWebVisitor(bot, 'dl_ada');
    await visitor.write('Revenue by region');
    await visitor.card();
    await visitor.write(visitor.getCode(ada));
    await bot.connector.waitFor(() => visitor.answers()[0]);
  });
});
