import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tenantId } from '../../support/activities.ts';
import { openSigned } from '../../support/openSigned.ts';
import { aPageVisitor } from '../../support/page/aPageVisitor.ts';
import { type Account, easyAuthHeaders } from '../../support/page/easyAuth.ts';
import { openWithPage, type WithPage } from '../../support/page/openWithPage.ts';
import { requestPage } from '../../support/page/requestPage.ts';

const ada: Account = {
  oid: 'ada00000-0000-4000-8000-000000000001',
  tid: tenantId,
  name: 'Ada Lovelace',
  upn: 'ada@example.com',
};
const bob: Account = {
  oid: 'b0b00000-0000-4000-8000-000000000002',
  tid: tenantId,
  name: 'Bob',
  upn: 'bob@example.com',
};

let bot: WithPage;
beforeAll(async () => {
  bot = await openWithPage();
});
afterAll(() => bot.close());

/** A new person each time: the limit is theirs. */
let made = 0;
function someone(more: Partial<Account> = {}): Account {
  made += 1;
  const oid = `50e00000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  return { ...ada, oid, ...more };
}

describe('POST /api/chat/token', () => {
  it('opens a new chat, for the user that the server chose', async () => {
    const visitor = aPageVisitor(bot, ada);
    const { status, headers, json } = await visitor.askForToken({});
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': expect.stringContaining('application/json'),
    });
    expect(json).toEqual({
      token: expect.stringMatching(/^direct-line-token-/),
      conversationId: expect.stringMatching(/-eu$/),
      userId: expect.stringMatching(/^dl_page_[\da-f]{32}$/),
      domain: `${bot.directLine.url}/v3/directline`,
      chatId: expect.stringMatching(/^[\da-f]{32}-[\da-f]{32}$/),
      isResumed: false,
      person: { name: 'Ada Lovelace' },
    });
    expect(bot.directLine.requests.at(-1)).toEqual({
      method: 'POST',
      path: '/v3/directline/tokens/generate',
      authorization: 'Bearer direct-line-secret',
      body: {
        user: { id: json['userId'], name: 'Ada Lovelace' },
        trustedOrigins: ['https://genie.example'],
      },
    });
  });

  it.each([
    ['no body', ''],
    ['an empty object', '{}'],
    ['fields that it doesn’t know', '{"userId":"dl_eve","user":{"id":"eve"}}'],
  ])('takes %s', async (_what, body) => {
    const { status, json } = await aPageVisitor(bot, someone()).askForToken(body);
    expect(status).toBe(200);
    expect(json['userId']).toMatch(/^dl_page_/);
  });

  it.each([
    ['null'],
    ['[]'],
    ['[{}]'],
    ['"text"'],
    ['1'],
    ['{'],
    ['{"conversationId":null}'],
    ['{"conversationId":1}'],
    ['{"conversationId":["a"]}'],
    ['{"chatId":{}}'],
    [`{"conversationId":"${'x'.repeat(20_000)}"}`],
    [`${'['.repeat(2_000)}${']'.repeat(2_000)}`],
  ])('refuses %.40s', async (body) => {
    const { status, json } = await aPageVisitor(bot, someone()).askForToken(body);
    expect([400, 413]).toContain(status);
    expect(json.error).toMatchObject({ code: 'bad-request', message: expect.any(String) });
  });

  it('is the same user in each of a person’s browsers, and another one for each person', async () => {
    const [one, other, bobs] = await Promise.all([
      aPageVisitor(bot, ada).open(),
      aPageVisitor(bot, { ...ada, oid: ada.oid.toUpperCase() }).open(),
      aPageVisitor(bot, bob).open(),
    ]);
    expect(one.userId).toBe(other.userId);
    expect(one.conversationId).not.toBe(other.conversationId);
    expect(one.chatId.slice(0, 32)).toBe(other.chatId.slice(0, 32));
    expect(bobs.userId).not.toBe(one.userId);
    expect(bobs.chatId.slice(0, 32)).not.toBe(one.chatId.slice(0, 32));
  });

  it('goes on in a conversation of the visitor’s', async () => {
    const visitor = aPageVisitor(bot, someone());
    const first = await visitor.open();
    const again = await visitor.open({ conversationId: first.conversationId });
    expect(again).toMatchObject({
      conversationId: first.conversationId,
      chatId: first.chatId,
      userId: first.userId,
      isResumed: true,
    });
    expect(again.token).not.toBe(first.token);
    expect(bot.directLine.requests.at(-1)).toMatchObject({
      method: 'GET',
      path: `/v3/directline/conversations/${first.conversationId}`,
    });
  });

  it('goes on in another conversation of the same chat where Direct Line has lost the first', async () => {
    const visitor = aPageVisitor(bot, someone());
    const first = await visitor.open();
    bot.directLine.drop(first.conversationId);
    const again = await visitor.open({ conversationId: first.conversationId });
    expect(again).toMatchObject({ chatId: first.chatId, isResumed: false });
    expect(again.conversationId).not.toBe(first.conversationId);
  });

  it('opens a chat of the visitor’s in a conversation of its own', async () => {
    const visitor = aPageVisitor(bot, someone());
    const first = await visitor.open();
    const again = await visitor.open({ chatId: first.chatId });
    expect(again).toMatchObject({ chatId: first.chatId, isResumed: false });
    expect(again.conversationId).not.toBe(first.conversationId);
  });

  it('another person’s conversation is a new chat of one’s own, as any that doesn’t exist', async () => {
    const adas = await aPageVisitor(bot, ada).open();
    const visitor = aPageVisitor(bot, someone());
    const before = bot.directLine.requests.length;
    for (const conversationId of [
      adas.conversationId,
      'unknown-eu',
      '../../tokens',
      'x'.repeat(201),
    ]) {
      const opened = await visitor.open({ conversationId });
      expect(opened).toMatchObject({ isResumed: false });
      expect(opened.chatId).not.toBe(adas.chatId);
      expect(opened.conversationId).not.toBe(adas.conversationId);
    }
    const paths = bot.directLine.requests.slice(before).map(({ path }) => path);
    expect(new Set(paths)).toEqual(new Set(['/v3/directline/tokens/generate']));
  });

  it('another person’s chat isn’t there, as any that doesn’t exist', async () => {
    const adas = await aPageVisitor(bot, ada).open();
    const visitor = aPageVisitor(bot, someone());
    const mine = await visitor.open();
    const ids = [
      adas.chatId,
      `${mine.chatId.slice(0, 32)}-${'0'.repeat(32)}`,
      '',
      'x',
      '__proto__',
    ];
    const answers = await Promise.all(ids.map((chatId) => visitor.askForToken({ chatId })));
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 404));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  });

  it('a person has 20 a minute, wherever they are, and nobody waits for another', async () => {
    const account = someone();
    const visitors = [aPageVisitor(bot, account), aPageVisitor(bot, account)];
    const statuses: number[] = [];
    for (let count = 0; count < 22; count += 1) {
      const address = { 'x-forwarded-for': `203.0.113.${count}:4000` };
      const asked = await visitors[count % 2]?.askForToken({}, address);
      statuses.push(asked?.status ?? 0);
    }
    expect(statuses).toEqual([...Array(20).fill(200), 429, 429]);
    const refused = await visitors[0]?.askForToken();
    expect(refused?.headers['retry-after']).toBe('60');
    expect(refused?.json.error).toMatchObject({ code: 'too-often' });
    expect((await aPageVisitor(bot, someone()).askForToken()).status).toBe(200);
  });

  it('at once, they have no more', async () => {
    const visitor = aPageVisitor(bot, someone());
    const answers = await Promise.all(Array.from({ length: 30 }, () => visitor.askForToken()));
    const given = answers.filter(({ status }) => status === 200);
    expect(given).toHaveLength(20);
  });
});

describe('other methods', () => {
  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s isn’t one', async (method) => {
    const answer = await aPageVisitor(bot, ada).request('/api/chat/token', { method });
    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe('POST');
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    if (method === 'HEAD') expect(answer.body).toBe('');
  });

  it('what isn’t there isn’t there', async () => {
    const answer = await aPageVisitor(bot, ada).request('/api/chat/nothing/here');
    expect(answer.status).toBe(404);
    expect(answer.json.error).toMatchObject({ code: 'not-found' });
  });
});

describe('a request of another site', () => {
  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['another port', { origin: 'https://genie.example:8443' }],
    ['another scheme', { origin: 'http://genie.example' }],
    ['a name with a dot at its end', { origin: 'https://genie.example.' }],
    ['a name that only begins alike', { origin: 'https://genie.example.evil.example' }],
    ['a name that only ends alike', { origin: 'https://evil-genie.example' }],
    ['a subdomain', { origin: 'https://a.genie.example' }],
    ['a user in front', { origin: 'https://genie.example@evil.example' }],
    ['an empty origin', { origin: '' }],
    ['two origins', { origin: 'https://genie.example, https://evil.example' }],
    ['a forwarded host', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a site beside it', { 'sec-fetch-site': 'same-site' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['an odd word', { 'sec-fetch-site': 'SAME-ORIGIN' }],
  ])('%s is refused', async (_what, headers) => {
    const before = bot.directLine.requests.length;
    const { status, json } = await aPageVisitor(bot, ada).askForToken({}, headers);
    expect(status).toBe(403);
    expect(json.error).toMatchObject({ code: 'foreign' });
    expect(bot.directLine.requests).toHaveLength(before);
  });

  it.each([
    ['https://genie.contoso.com', 'https://genie.contoso.com'],
    // Azure ends TLS before the app.
    ['http://genie.contoso.com', 'https://genie.contoso.com'],
    ['https://genie.contoso.com:443', 'https://genie.contoso.com'],
    ['http://localhost:3978', 'http://localhost:3978'],
    ['http://127.0.0.1:3978', 'http://127.0.0.1:3978'],
  ])('at %s, the page at %s is our own', async (own, origin) => {
    const { status } = await requestPage(bot.app, '/api/chat/token', {
      method: 'POST',
      origin: own,
      headers: { ...easyAuthHeaders(someone()), origin, 'sec-fetch-site': 'same-origin' },
    });
    expect(status).toBe(200);
  });

  it.each([
    ['http://localhost:3978', 'https://localhost:3978'],
    ['http://localhost:3978', 'http://localhost:3979'],
    ['http://localhost:3978', 'http://127.0.0.1:3978'],
    ['https://genie.contoso.com', 'http://genie.contoso.com'],
  ])('at %s, a page at %s is another’s', async (own, origin) => {
    const { status } = await requestPage(bot.app, '/api/chat/token', {
      method: 'POST',
      origin: own,
      headers: { ...easyAuthHeaders(someone()), origin },
    });
    expect(status).toBe(403);
  });

  it('who says nothing of where they come from is no browser', async () => {
    const { status } = await requestPage(bot.app, '/api/chat/token', {
      method: 'POST',
      headers: easyAuthHeaders(someone()),
    });
    expect(status).toBe(200);
  });
});

describe('Direct Line in trouble', () => {
  it.each([
    ['refuses', { status: 400, body: { error: { message: 'secret direct-line-secret' } } }],
    ['throttles', { status: 429, body: {}, headers: { 'retry-after': '3' } }],
    ['is down', { status: 502, body: {} }],
    ['hangs up', { drop: true }],
    ['leads elsewhere', { status: 302, headers: { location: 'https://evil.example/' } }],
    ['answers nonsense', { status: 200, body: { token: 1 } }],
    ['answers without end', { status: 200, body: { token: 'x'.repeat(200_000) } }],
  ])('that %s is said, with an error ID, and logged without its words', async (_how, fault) => {
    const lines = bot.log.length;
    bot.directLine.faults.next({ path: '/generate' }, fault);
    const { status, json, headers } = await aPageVisitor(bot, someone()).askForToken();
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('10');
    expect(json.error).toMatchObject({ code: 'unavailable', errorId: expect.any(String) });
    const logged = bot.log.slice(lines);
    expect(logged).toContainEqual(
      expect.objectContaining({ event: 'page.failed', errorId: json.error?.errorId }),
    );
    expect(JSON.stringify(logged)).not.toContain('direct-line-secret');
  });

  it('a secret that it no longer takes is no secret for anyone to see', async () => {
    bot.directLine.secret = 'another';
    const { status, body } = await aPageVisitor(bot, someone()).askForToken();
    bot.directLine.secret = 'direct-line-secret';
    expect(status).toBe(503);
    expect(body + JSON.stringify(bot.log)).not.toContain('direct-line-secret');
  });

  it('no token is in the log', () => {
    expect(JSON.stringify(bot.log)).not.toContain('direct-line-token');
  });
});

it('a storage that doesn’t answer gives no token that nobody wrote down', async () => {
  const visitor = aPageVisitor(bot, someone());
  const { visits } = bot.storage;
  const { insert } = visits;
  visits.insert = async () => {
    throw new Error('storage is gone');
  };
  const { status, body } = await visitor.askForToken();
  visits.insert = insert;
  expect(status).toBeGreaterThanOrEqual(500);
  expect(body).not.toContain('direct-line-token');
});

describe('with a bot that has an app ID', () => {
  it('people’s rules hold', async () => {
    const signed = await openWithPage(
      { env: { ADMIN_CONTACT_EMAIL: 'help@example.com' } },
      openSigned,
    );
    try {
      const statusOf = async (account: Account) =>
        (await aPageVisitor(signed, account).askForToken()).status;
      const homeIdp = `https://sts.windows.net/${tenantId}/`;
      expect(await statusOf(someone())).toBe(200);
      expect(await statusOf(someone({ claims: { idp: homeIdp } }))).toBe(200);
      expect(await statusOf(someone({ claims: { idp: 'live.com' } }))).toBe(403);
      expect(await statusOf(someone({ claims: { acct: '1' } }))).toBe(403);
      expect(await statusOf(someone({ tid: 'c0ffee00-0000-4000-8000-000000000000' }))).toBe(403);
      const { json } = await aPageVisitor(
        signed,
        someone({ tid: 'c0ffee00-0000-4000-8000-000000000000' }),
      ).askForToken();
      expect(json.error).toMatchObject({
        code: 'no-access',
        message: expect.stringContaining('help@example.com'),
      });
      const { tid: _, ...nowhere } = someone();
      expect(await statusOf(nowhere)).toBe(403);
    } finally {
      await signed.close();
    }
  });
});
