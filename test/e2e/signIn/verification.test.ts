import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aTeamsPerson, type TeamsPerson } from '../../support/aTeamsPerson.ts';
import { type AsPerson, ada, erik, openAsPerson } from '../../support/openAsPerson.ts';
import { threeTimes } from '../../support/threeTimes.ts';

let bot: AsPerson;
let person: TeamsPerson;

beforeEach(async () => {
  bot = await openAsPerson({ hasBotToken: true });
  person = aTeamsPerson(bot, ada);
});
afterEach(async () => {
  await bot.settled();
  expect(bot.secretsInLog('Revenue by region')).toEqual([]);
  await bot.close();
});

const asked = () => bot.genie.messages().map(({ content }) => content);
const codesTried = () =>
  bot.tokens.requests.map(({ query }) => query['code']).filter((code) => code !== undefined);
async function ask() {
  await person.write('Revenue by region');
  return person.card();
}
/** Another code than this one. */
const not = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('signin/verifyState', () => {
  it('with the code completes the sign-in, and the question is asked', async () => {
    await ask();
    const code = person.pressButton();
    expect(await person.verify(code)).toMatchObject({ status: 200 });
    expect(codesTried()).toEqual([code]);
    await bot.connector.waitFor(() => person.answers()[0]);
    expect(asked()).toEqual(['Revenue by region']);
    expect(bot.secretsInLog(code)).toEqual([]);
  });

  it.each(threeTimes)(
    'sent three times $how is answered 200 each time, and the question asked once',
    async ({ send }) => {
      await ask();
      const code = person.pressButton();
      const responses = await send(() => person.verify(code));
      expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
      await bot.connector.waitFor(() => person.answers()[0]);
      await bot.settled();
      expect(asked()).toEqual(['Revenue by region']);
      expect(person.messages().filter(({ text = '' }) => /signed in/i.test(text))).toHaveLength(1);
    },
  );

  it('together with the silent way is answered 200, and the question asked once', async () => {
    await ask();
    const code = person.pressButton();
    const responses = await Promise.all([person.exchange(), person.verify(code)]);
    expect(responses.map(({ status }) => status)).toEqual([200, 200]);
    await bot.connector.waitFor(() => person.answers()[0]);
    await bot.settled();
    expect(asked()).toEqual(['Revenue by region']);
  });

  it('with a wrong code is answered 404; the right one still works', async () => {
    await ask();
    const code = person.pressButton();
    expect(await person.verify(not(code))).toMatchObject({ status: 404 });
    expect(asked()).toEqual([]);
    expect(await person.verify(code)).toMatchObject({ status: 200 });
    await bot.connector.waitFor(() => person.answers()[0]);
  });

  it('with two wrong codes ends that card; a new one works', async () => {
    await ask();
    const code = person.pressButton();
    await person.verify(not(code));
    await person.verify(not(code));
    expect(await person.verify(code)).toMatchObject({ status: 404 });
    expect(codesTried()).toEqual([not(code), not(code)]);
    await person.write('sign in');
    await person.card(2);
    expect(await person.verify(person.pressButton())).toMatchObject({ status: 200 });
    await bot.connector.waitFor(() => person.answers()[0]);
    expect(asked()).toEqual(['Revenue by region']);
  });

  it('of a pop-up that the person closed is answered 200, and the question goes on waiting', async () => {
    await ask();
    expect(await person.verify('CancelledByUser')).toMatchObject({ status: 200 });
    expect(codesTried()).toEqual([]);
    expect(person.messages()).toHaveLength(1);
    await person.exchange();
    await bot.connector.waitFor(() => person.answers()[0]);
  });

  const garbage: [string, unknown][] = [
    ['words', 'let me in'],
    ['an empty text', ''],
    ['five digits', '12345'],
    ['seven digits', '1234567'],
    ['a number', 123456],
    ['null', null],
    ['a long text', '1'.repeat(100_000)],
    ['an object', { code: '123456' }],
    ['a path', '../../GetToken?x=1'],
  ];
  it.each(garbage)('with %s is answered 400, and asks nobody', async (_what, state) => {
    await ask();
    expect(await person.verify(state)).toMatchObject({ status: 400 });
    expect(codesTried()).toEqual([]);
    expect(person.messages()).toHaveLength(1);
  });

  it.each([undefined, null, 'text', []])('with the value %j is answered 400', async (value) => {
    await ask();
    expect(await person.invoke('signin/verifyState', value)).toMatchObject({ status: 400 });
  });

  it('without a card is answered 404, and tries no code', async () => {
    expect(await person.verify('123456')).toMatchObject({ status: 404 });
    expect(codesTried()).toEqual([]);
  });

  it('with the code of another person’s pop-up does nothing', async () => {
    await ask();
    const other = aTeamsPerson(bot, erik);
    await other.write('Revenue by region');
    await other.card();
    const code = person.pressButton();
    expect(await other.verify(code)).toMatchObject({ status: 404 });
    await bot.settled();
    expect(asked()).toEqual([]);
    expect(await person.verify(code)).toMatchObject({ status: 200 });
    await bot.connector.waitFor(() => person.answers()[0]);
    expect(other.answers()).toEqual([]);
  });

  it('with another account in the pop-up is refused, said once, and signed out', async () => {
    await ask();
    const code = person.pressButton(erik);
    const statuses = [(await person.verify(code)).status, (await person.verify(code)).status];
    expect(statuses).toEqual([404, 404]);
    const said = person.messages().filter(({ text = '' }) => /another account/.test(text));
    expect(said).toHaveLength(1);
    expect(bot.tokens.requests.map(({ method }) => method)).toContain('DELETE');
    expect(bot.genie.requests).toEqual([]);
    await person.exchange();
    await bot.connector.waitFor(() => person.answers()[0]);
    expect(new Set(bot.callersOf(/./))).toEqual(new Set([ada.name]));
  });

  it.each([
    ['a 500', { status: 500 }],
    ['a 401', { status: 401 }],
    ['a 400', { status: 400, body: { error: { code: 'bad' } } }],
    ['a 200 with an error', { status: 200, body: { error: { code: 'bad' } } }],
    ['a cut connection', { drop: true }],
  ])('that meets %s is answered 404; a new card works', async (_what, fault) => {
    await ask();
    const code = person.pressButton();
    bot.tokens.faults.next({ path: 'GetToken' }, fault);
    expect(await person.verify(code)).toMatchObject({ status: 404 });
    expect(bot.secretsInLog(code)).toEqual([]);
    expect(await person.verify(code)).toMatchObject({ status: 200 });
    await bot.connector.waitFor(() => person.answers()[0]);
  });
});

describe('signin/failure', () => {
  const codes = [
    'installedappnotfound',
    'installappfailed',
    'authrequestfailed',
    'invokeerror',
    'resourcematchfailed',
    'oauthcardnotvalid',
    'tokenmissing',
    'userconsentrequired',
    'interactionrequired',
    'somethingnew',
  ];
  it.each(codes)(
    'with the code %s is answered 200, said in one sentence, and logged',
    async (code) => {
      await ask();
      const value = { code, message: 'AADSTS50011 for ada@demo.example' };
      const { status } = await person.invoke('signin/failure', value);
      expect(status).toBe(200);
      expect(bot.log).toContainEqual(expect.objectContaining({ event: 'signIn.failed', code }));
      expect(person.messages().length).toBeLessThanOrEqual(2);
      expect(bot.secretsInLog('ada@demo.example')).toEqual([]);
      await person.exchange();
      await bot.connector.waitFor(() => person.answers()[0]);
    },
  );

  it('redelivered, or from several clients, is said once', async () => {
    await ask();
    const value = { code: 'installedappnotfound', message: 'x' };
    const send = (id: string) => person.invoke('signin/failure', value, { id });
    await Promise.all([send('f:1'), send('f:1'), send('f:2')]);
    expect(await send('f:1')).toMatchObject({ status: 200 });
    expect(person.messages()).toHaveLength(2);
  });

  it.each([undefined, null, 'text', 5, {}, { code: 5 }, { code: 'x'.repeat(5_000) }])(
    'with %j is answered 200',
    async (value) => {
      expect(await person.invoke('signin/failure', value)).toMatchObject({ status: 200 });
      expect(person.messages().length).toBeLessThanOrEqual(1);
    },
  );

  it('whose code is markup shows none', async () => {
    const code = '[click](https://evil.example) <at>all</at>';
    await person.invoke('signin/failure', { code });
    expect(JSON.stringify(person.messages())).not.toMatch(/evil\.example|<at>/);
  });
});
