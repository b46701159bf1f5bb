import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aWebVisitor, type WebVisitor } from '../../support/aWebVisitor.ts';
import { createMovableClock, type MovableClock } from '../../support/movableClock.ts';
import { type AsPerson, ada, erik, openAsPerson } from '../../support/openAsPerson.ts';
import { readAloud } from '../../support/shownTo.ts';

const minute = 60_000;
/** What is a question. */
const digits = '020304';

let bot: AsPerson;
let clock: MovableClock;
let visitor: WebVisitor;

beforeEach(async () => {
  clock = createMovableClock();
  bot = await openAsPerson({
    hasBotToken: true,
    clock,
    connector: { channel: 'webchat' },
    env: { USER_QUESTIONS_PER_MINUTE: '1000' },
  });
  visitor = aWebVisitor(bot, 'dl_ada');
});
afterEach(async () => {
  await bot.settled();
  // A code never reaches Genie.
  expect(asked().filter((text) => /\d{6}/.test(text) && text !== digits)).toEqual([]);
  expect(bot.secretsInLog('Revenue by region')).toEqual([]);
  await bot.close();
});

const asked = () => bot.genie.messages().map(({ content }) => content);
const codesTried = () =>
  bot.tokens.requests.map(({ query }) => query['code']).filter((code) => code !== undefined);
const not = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
async function ask(person = visitor) {
  await person.write('Revenue by region');
  return person.card();
}
const answered = (person = visitor) => bot.connector.waitFor(() => person.answers()[0]);

describe.each(['webchat', 'directline'] as const)('on %s', (channelId) => {
  beforeEach(() => {
    visitor = aWebVisitor(bot, 'dl_ada', 'web-ada', channelId);
  });

  it('a card with a button and the line about the code is shown, and nothing else', async () => {
    const card = await ask();
    expect(card).toEqual({
      text: expect.stringMatching(/six-digit code/),
      connectionName: 'databricks',
      buttons: [{ type: 'signin', title: 'Sign in', value: expect.stringMatching(/^http/) }],
      tokenExchangeResource: expect.anything(),
      tokenPostResource: expect.anything(),
    });
    expect(visitor.messages()).toHaveLength(1);
    expect(bot.genie.requests).toEqual([]);
  });

  it('the code signs in, and the question is asked once as that person', async () => {
    await ask();
    const code = visitor.getCode(erik);
    await visitor.write(code);
    expect(readAloud(await answered())).not.toMatch(/Asia/);
    expect(asked()).toEqual(['Revenue by region']);
    expect(new Set(bot.callersOf(/./))).toEqual(new Set([erik.name]));
    expect(codesTried()).toEqual([code]);
    expect(
      visitor.messages().filter(({ text = '' }) => /signed in as Erik/.test(text)),
    ).toHaveLength(1);
    expect(bot.secretsInLog(code)).toEqual([]);
  });
});

describe('six digits', () => {
  const fullWidth = (code: string) =>
    code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  it.each<[string, (code: string) => string]>([
    ['with spaces around them', (code) => `  ${code}\n`],
    ['in full width', fullWidth],
    ['with a no-break space', (code) => `\u00a0${code}`],
    ['with an invisible mark', (code) => `\u200b${code}\u200e`],
    ['with a full stop', (code) => `${code}.`],
    ['in two groups', (code) => `${code.slice(0, 3)} ${code.slice(3)}`],
    ['in two groups with a dash', (code) => `${code.slice(0, 3)}-${code.slice(3)}`],
    ['in quotes', (code) => `“${code}”`],
  ])('%s are a code', async (_how, write) => {
    await ask();
    const code = visitor.getCode(ada);
    await visitor.write(write(code));
    await answered();
    expect(codesTried()).toEqual([code]);
  });

  it('typed twice are taken once', async () => {
    await ask();
    const code = visitor.getCode(ada);
    await Promise.all([visitor.write(code), visitor.write(code)]);
    await answered();
    await visitor.write(code);
    await bot.settled();
    expect(codesTried()).toEqual([code]);
    expect(visitor.messages().map(readAloud).join('\n')).not.toMatch(/isn’t right|over/);
    expect(asked()).toEqual(['Revenue by region']);
  });

  it('redelivered are taken once, even much later', async () => {
    await ask();
    const code = visitor.getCode(ada);
    const id = 'web-dl_ada|42';
    await Promise.all([visitor.write(code, { id }), visitor.write(code, { id })]);
    await answered();
    clock.skip(50 * minute);
    await visitor.write(code, { id });
    await bot.settled();
    expect(asked()).toEqual(['Revenue by region']);
  });

  it('that are wrong leave one more try, and then the card is over', async () => {
    await ask();
    const code = visitor.getCode(ada);
    const wrong = [not(code), not(not(code))] as const;
    expect(readAloud(await visitor.hear(wrong[0]))).toMatch(/1 try left/);
    expect(readAloud(await visitor.hear(wrong[1]))).toMatch(/sign-in is over.*sign in/);
    expect(readAloud(await visitor.hear(code))).toMatch(/sign-in is over/);
    expect(codesTried()).toEqual(wrong);
    // The question waits on, and the next card brings it.
    await visitor.write('sign in');
    await visitor.card(2);
    await visitor.write(visitor.getCode(ada));
    await answered();
    expect(asked()).toEqual(['Revenue by region']);
  });

  it('may be tried eight times an hour, whatever conversation they are typed in', async () => {
    let tried = 100_000;
    const tryTwo = async (person: WebVisitor) => {
      const before = person.cards().length;
      await person.write('sign in');
      await bot.connector.waitFor(() => person.cards()[before]);
      for (const _each of [1, 2]) {
        tried += 1;
        await person.hear(String(tried));
      }
    };
    const elsewhere = aWebVisitor(bot, 'dl_ada', 'web-elsewhere');
    for (const person of [visitor, elsewhere, visitor, elsewhere]) await tryTwo(person);
    expect(codesTried()).toHaveLength(8);
    const before = visitor.cards().length;
    await visitor.write('sign in');
    await bot.connector.waitFor(() => visitor.cards()[before]);
    const code = visitor.getCode(ada);
    expect(readAloud(await visitor.hear(code))).toMatch(/too many wrong codes/);
    expect(codesTried()).toHaveLength(8);
    clock.skip(61 * minute);
    await visitor.write('sign in');
    await bot.connector.waitFor(() => visitor.cards()[before + 1]);
    await visitor.write(visitor.getCode(ada));
    await bot.connector.waitFor(() => /signed in as Ada/.test(visitor.last()));
  });

  it('that come after 15 minutes are late, and no question', async () => {
    await ask();
    const code = visitor.getCode(ada);
    clock.skip(16 * minute);
    await visitor.write(code);
    await bot.connector.waitFor(() =>
      visitor.messages().some(({ text = '' }) => /longer than 15 minutes/.test(text)),
    );
    expect(codesTried()).toEqual([]);
  });

  it('in another conversation of the same user are no question, and are not tried', async () => {
    await ask();
    const code = visitor.getCode(ada);
    const reloaded = aWebVisitor(bot, 'dl_ada', 'web-reloaded');
    expect(readAloud(await reloaded.hear(code))).toMatch(/sign-in is over/);
    expect(codesTried()).toEqual([]);
    await visitor.write(code);
    await answered();
    expect(reloaded.answers()).toEqual([]);
  });

  it('of another person sign nobody in', async () => {
    await ask();
    const other = aWebVisitor(bot, 'dl_erik');
    await ask(other);
    const code = visitor.getCode(ada);
    expect(readAloud(await other.hear(code))).toMatch(/isn’t right/);
    await visitor.write(code);
    await answered();
    expect(other.answers()).toEqual([]);
  });

  it.each([
    ['a 500', { status: 500 }],
    ['a 401', { status: 401 }],
    ['a cut connection', { drop: true }],
  ])('that meet %s are no question; the person is told', async (_what, fault) => {
    await ask();
    const code = visitor.getCode(ada);
    bot.tokens.faults.next({ path: 'GetToken' }, fault);
    expect(readAloud(await visitor.hear(code))).toMatch(/couldn’t reach the service/);
    expect(bot.secretsInLog(code)).toEqual([]);
    clock.skip(minute);
    await visitor.write(code);
    await answered();
  });
});

describe('when no sign-in waits', () => {
  it('six digits are a question', async () => {
    await visitor.signIn(ada);
    await visitor.ask('Revenue by region');
    clock.skip(16 * minute);
    await visitor.write(digits);
    await bot.connector.waitFor(() => asked().includes(digits));
    await bot.settled();
    expect(asked()).toEqual(['Revenue by region', digits]);
    expect(codesTried()).toHaveLength(1);
  });

  it('six digits of someone who isn’t signed in are a question that waits for it', async () => {
    await visitor.write(digits);
    await visitor.card();
    await visitor.write(visitor.getCode(ada));
    await bot.connector.waitFor(() => asked().includes(digits));
    expect(asked()).toEqual([digits]);
  });

  it('six digits are a question again half an hour after a sign-in that nobody completed', async () => {
    await ask();
    clock.skip(31 * minute);
    await visitor.write(digits);
    await visitor.card(2);
    await visitor.write(visitor.getCode(ada));
    await bot.connector.waitFor(() => asked().includes(digits));
  });
});
