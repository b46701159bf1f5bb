import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../local/chat/activity.ts';
import { salesSpace } from '../../local/demo/spaces.ts';
import { type InProcess, openInProcess } from '../support/openInProcess.ts';
import { aPersonAt, type Person } from '../support/person.ts';
import { answersIn, messagesIn, readAloud } from '../support/shownTo.ts';

const admin = 'ops@example.com';
const env = { ADMIN_CONTACT_EMAIL: admin, DATABRICKS_SPACE_ID: salesSpace.id };
const html = { 'content-type': 'text/html; charset=utf-8' };
const page = (title: string, words = '') =>
  `<!doctype html><html><head><title>${title}</title></head><body>${words}</body></html>`;
const signIn = page('Databricks - Sign In', '<form><input type="password"></form>');
const blocked = 'Source IP address: 203.0.113.7 is blocked by Databricks IP ACL for workspace: 1';
const redirect = (status: number, location: string) => ({ status, headers: { location } });

interface Refusal {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** What Genie answers, and what the asker reads. */
const walls: [string, Refusal, RegExp][] = [
  ['302 to its sign-in', redirect(302, '/login.html?login_redirect_mode=none'), /sign in/],
  ['303 to its sign-in', redirect(303, '/login?account_id=1&next_url=/api'), /sign in/],
  ['307 to Entra', redirect(307, 'https://login.microsoftonline.com/t/oauth2'), /sign in/],
  ['308 to elsewhere', redirect(308, 'https://elsewhere.example/'), /another address/],
  ['302 to Private Link', redirect(302, '/login.html?error=private-link-x'), /private network/],
  ['200 and a sign-in page', { status: 200, headers: html, body: signIn }, /sign in/],
  ['403 and a sign-in page', { status: 403, headers: html, body: signIn }, /sign in/],
  ['503 and a sign-in page', { status: 503, headers: html, body: signIn }, /sign in/],
  ['401', { status: 401, body: { error_code: 401, message: 'Invalid token' } }, /credentials/],
  [
    '403 of an IP list',
    { status: 403, body: { error_code: '403', message: blocked } },
    /IP address/,
  ],
  ['400 of an IP list', { status: 400, body: { error_code: 400, message: blocked } }, /IP address/],
  ['503 of an IP list', { status: 503, headers: html, body: page('503', blocked) }, /IP address/],
  [
    '400 of an inactive workspace',
    { status: 400, body: { error_code: 'INVALID_STATE', message: 'Workspace 1 is not active' } },
    /not active/,
  ],
  ['503 of a paused workspace', { status: 503, body: 'This workspace is paused.' }, /paused/],
  [
    '404 of a feature',
    { status: 404, body: { error_code: 'FEATURE_DISABLED', message: 'Genie is off' } },
    /turned off/,
  ],
  [
    '403 of a right',
    { status: 403, body: { error_code: 'PERMISSION_DENIED', message: 'No CAN RUN' } },
    /permission/,
  ],
  [
    '500 of a right',
    { status: 500, body: { error_code: 'PERMISSION_DENIED', message: 'No CAN RUN' } },
    /permission/,
  ],
];

/** The message that says why there is no answer, within four seconds. */
function toldAt({ connector }: InProcess, place: string): Promise<Activity> {
  const isFailure = (message: Activity) => /Error ID/.test(readAloud(message));
  return connector.waitFor(() => messagesIn(connector, place).find(isFailure), 4_000);
}

describe('an asker whose bot is kept out', () => {
  let bot: InProcess;
  let ada: Person;
  let place: string;
  let count = 0;
  beforeEach(async () => {
    bot = await openInProcess({ env });
    place = `place-${++count}`;
    ada = aPersonAt(bot, place);
  });
  afterEach(() => bot.close());

  const posts = () =>
    bot.genie.requests.filter(
      ({ method, path }) => method === 'POST' && /start-conversation|\/messages$/.test(path),
    ).length;
  async function expectNamed(words: RegExp): Promise<void> {
    const text = readAloud(await toldAt(bot, place));
    expect(text).toMatch(words);
    expect(text).toContain(admin);
    expect(text).not.toMatch(/try again|busy|couldn’t understand/i);
    const errorId = /Error ID: (\w+)/.exec(text)?.[1];
    expect(bot.log.find((line) => line['errorId'] === errorId)?.['event']).toBe('question.failed');
  }

  it.each(walls)('by %s reads so at once', async (_what, refusal, words) => {
    bot.genie.faults.next({ times: 1_000 }, refusal);
    await ada.write('Revenue by region');
    await expectNamed(words);
    expect(posts()).toBe(1);
  });

  it.each(walls)(
    'by %s reads so at once, even if only questions are',
    async (_, refusal, words) => {
      bot.genie.faults.next({ method: 'POST', times: 1_000 }, refusal);
      await ada.write('Revenue by region');
      await expectNamed(words);
      expect(posts()).toBe(1);
      expect(bot.genie.messages()).toHaveLength(0);
    },
  );

  it.each(walls)('while Genie works, by %s, reads so at once', async (_what, refusal, words) => {
    bot.genie.faults.next({ method: 'GET', times: 1_000 }, refusal);
    await ada.write('Revenue by region');
    await expectNamed(words);
    expect(posts()).toBe(1);
  });

  it.each(walls)('after a lost reply, by %s, reads so at once', async (_what, refusal, words) => {
    bot.genie.faults.next({ path: 'start-conversation' }, 'drop-after');
    bot.genie.faults.next({ method: 'GET', times: 1_000 }, refusal);
    await ada.write('Revenue by region');
    await expectNamed(words);
    expect(posts()).toBe(1);
  });

  it.each(walls.filter(([what]) => !/right|IP list|Private/.test(what)))(
    'when the rows are read, by %s, reads so below Genie’s words, at once',
    async (_what, refusal, words) => {
      bot.genie.faults.next({ path: 'query-result', times: 1_000 }, refusal);
      await ada.write('Revenue by region');
      const isAnswer = () => answersIn(bot.connector, place)[0];
      const text = readAloud(await bot.connector.waitFor(isAnswer, 4_000));
      expect(text).toMatch(/revenue/i);
      expect(text).toMatch(words);
      expect(posts()).toBe(1);
    },
  );

  it.each<[string, Refusal]>([
    ['502', { status: 502, headers: html, body: page('502 Bad Gateway') }],
    ['503', { status: 503, headers: html, body: page('Service unavailable', 'Log in later') }],
    ['200', { status: 200, headers: html, body: page('Please wait') }],
  ])('isn’t told so because of a proxy’s page that comes with %s', async (_what, trouble) => {
    bot.genie.faults.next({ method: 'GET', path: /messages\/\w+$/, times: 3 }, trouble);
    await ada.ask('Revenue by region');
    expect(posts()).toBe(1);
  });

  it.each<[string, Refusal]>([
    ['its length', { status: 400, body: { message: 'content must be at most 10000 characters' } }],
    ['a parameter', { status: 400, body: { error_code: 'INVALID_PARAMETER_VALUE', message: '' } }],
  ])('reads what to change about a question that is refused for %s', async (_what, refusal) => {
    bot.genie.faults.next({ method: 'POST', times: 1_000 }, refusal);
    await ada.write('Revenue by region');
    const text = readAloud(await toldAt(bot, place));
    expect(text).toMatch(/didn’t accept this question.*shorten or rephrase/s);
    expect(text).not.toContain(admin);
    expect(posts()).toBe(1);
  });
});

describe('an asker in a conversation that is another’s', () => {
  let bot: InProcess;
  let ada: Person;
  beforeEach(async () => {
    bot = await openInProcess({ env });
    ada = aPersonAt(bot, 'place');
    await ada.ask('Revenue by region');
  });
  afterEach(() => bot.close());

  const owner = 'User 2 does not have permission to access conversation owned by user 1';
  const posts = () => bot.genie.requests.filter(({ path }) => /\/messages$|start-/.test(path));

  it.each<[number, unknown]>([
    [403, { error_code: 'PERMISSION_DENIED', message: owner }],
    [403, { error_code: 'PERMISSION_DENIED', message: 'no' }],
    [403, ''],
    [400, { error_code: 'BAD_REQUEST', message: 'Conversation 1 has been deleted' }],
    [400, { message: 'Conversation 1 reached the maximum number of messages (10000)' }],
    [400, { error_code: 'INVALID_PARAMETER_VALUE', message: 'no' }],
    [404, { error_code: 'RESOURCE_DOES_NOT_EXIST', message: 'no' }],
    [410, ''],
  ])('is answered in a new one, and told: %i %j', async (status, body) => {
    const old = /conversations\/\w+\/messages$/;
    bot.genie.faults.next({ method: 'POST', path: old, times: 1_000 }, { status, body });
    const answer = await ada.ask('And by country?');
    expect(readAloud(answer)).toMatch(/no longer has our earlier conversation/);
    expect(posts().map(({ method }) => method)).toEqual(['POST', 'POST', 'POST']);
    expect(bot.genie.messages()).toHaveLength(2);
  });

  it('reads what is wrong if the new one is refused as well, and keeps the old one', async () => {
    const refusal = { status: 403, body: { error_code: 'PERMISSION_DENIED', message: 'no' } };
    bot.genie.faults.next({ method: 'POST', times: 2 }, refusal);
    await ada.write('And by country?');
    const told = await toldAt(bot, 'place');
    expect(readAloud(told)).toContain(admin);
    const [first, next] = [bot.genie.messages()[0], await ada.ask('And by month?')];
    expect(readAloud(next)).not.toMatch(/earlier conversation/);
    expect(bot.genie.messages().at(-1)?.conversationId).toBe(first?.conversationId);
  });

  it('is answered in a new one if a lost reply can’t be looked for in the old one', async () => {
    bot.genie.faults.next({ method: 'POST', path: /\/messages$/ }, 'drop');
    const refusal = { status: 403, body: { error_code: 'PERMISSION_DENIED', message: owner } };
    bot.genie.faults.next({ method: 'GET', path: /\/messages(\?|$)/, times: 9 }, refusal);
    const answer = await ada.ask('And by country?');
    expect(readAloud(answer)).toMatch(/no longer has our earlier conversation/);
    expect(bot.genie.messages()).toHaveLength(2);
  });
});

describe('a question that FAILED', () => {
  let bot: InProcess;
  let ada: Person;
  beforeEach(async () => {
    bot = await openInProcess({ env });
    ada = aPersonAt(bot, 'place');
  });
  afterEach(() => bot.close());

  const error = { type: 'SQL_EXECUTION_EXCEPTION', error: 'secret 42 in region EMEA' };
  const attachments = [
    { text: { content: 'I can’t see **payroll** <b>x</b> ![](https://x.example/p.png)' } },
    { suggested_questions: { questions: ['Which tables can I use?', 'help', ' '] } },
  ];

  it('shows Genie’s words and its suggestions, as text', async () => {
    bot.genie.faults.script('Salaries', { error, attachments });
    await ada.write('Salaries');
    const told = await toldAt(bot, 'place');
    const text = readAloud(told);
    expect(text).toMatch(/wrote a query for this question, but it failed/);
    expect(text).toMatch(/I can’t see/);
    expect(text).toContain('payroll');
    expect(text).toContain('Which tables can I use?');
    expect(text).toMatch(/Error ID: \w+/);
    expect(text).not.toMatch(/\*\*|https:|secret 42/);
    expect(answersIn(bot.connector, 'place')).toEqual([]);
  });

  it('leaves none of them in the rows or the log', async () => {
    bot.genie.faults.script('Salaries', { error, attachments });
    await ada.write('Salaries');
    await toldAt(bot, 'place');
    await bot.settled();
    const [question] = await openQuestions(bot);
    expect(question?.failure?.code).toBe('genie-failed');
    const kept = JSON.stringify([question, bot.log]);
    expect(kept).not.toMatch(/payroll|Which tables|secret 42/);
  });

  it.each([
    ['SQL_EXECUTION_EXCEPTION', '[UNAUTHORIZED_ACCESS] PERMISSION DENIED', /access to the data/],
    [
      'GENERIC_SQL_EXEC_API_CALL_EXCEPTION',
      'PERMISSION_DENIED: You do not have permission to use the SQL Warehouse.',
      /access to the data/,
    ],
    ['WAREHOUSE_NOT_FOUND_EXCEPTION', '', /SQL warehouse.*stopped/],
    ['SQL_EXECUTION_EXCEPTION', 'Warehouse 1 has been deleted', /SQL warehouse.*stopped/],
  ])('with %s and %j leads to the admin', async (type, said, words) => {
    bot.genie.faults.script('Salaries', { error: { type, error: said } });
    await ada.write('Salaries');
    const text = readAloud(await toldAt(bot, 'place'));
    expect(text).toMatch(words);
    expect(text).toContain(admin);
  });
});

async function openQuestions({ storage }: InProcess) {
  const found = [];
  for await (const questions of storage.questions.listSince(0)) found.push(...questions);
  return found;
}

describe('the workspace’s OAuth server', () => {
  it.each<[string, Refusal, RegExp, string]>([
    [
      'an IP list',
      { status: 403, body: { error_code: 403, message: blocked } },
      /IP address/,
      'Source IP address: 203.0.113.7',
    ],
    [
      'an outdated secret',
      {
        status: 401,
        body: { error: 'invalid_client', error_description: 'The secret of the client is over' },
      },
      /credentials/,
      'invalid_client: The secret of the client is over',
    ],
    ['a sign-in page', { status: 200, headers: html, body: signIn }, /sign in/, 'answered 200'],
    ['a redirect', redirect(302, '/login.html'), /sign in/, 'answered 302'],
  ])('keeps the bot out with %s: its asker and its log say why', async (_, refusal, words, why) => {
    const bot = await openInProcess({
      env: {
        ...env,
        DATABRICKS_AUTH_TYPE: 'oauth-m2m',
        DATABRICKS_CLIENT_ID: 'client',
        DATABRICKS_CLIENT_SECRET: 'a-secret-of-the-client',
      },
    });
    try {
      bot.genie.faults.next({ path: '/oidc/v1/token', times: 1_000 }, refusal);
      const ada = aPersonAt(bot, 'place');
      await ada.write('Revenue by region');
      const text = readAloud(await toldAt(bot, 'place'));
      expect(text).toMatch(words);
      expect(text).toContain(admin);
      expect(JSON.stringify(bot.log)).toContain(why);
      expect(JSON.stringify(bot.log)).not.toContain('a-secret-of');
      expect(bot.genie.requests.filter(({ path }) => path.includes('/genie/'))).toEqual([]);
    } finally {
      await bot.close();
    }
  });
});
