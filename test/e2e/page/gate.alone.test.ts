import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tenantId } from '../../support/activities.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
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

const paths: [method: string, path: string][] = [
  ['GET', '/api/chat'],
  ['HEAD', '/api/chat'],
  ['GET', '/api/chat/'],
  ['POST', '/api/chat/token'],
  ['GET', '/api/chat/chats'],
  ['GET', '/api/chat/files/page.js'],
  ['DELETE', '/api/chat/nothing'],
];

describe('where the page is off', () => {
  const off: [why: string, env: Record<string, string>][] = [
    ['it isn’t set', {}],
    ['it’s set to no', { CHAT_PAGE: 'false' }],
    ['Azure says that Easy Auth is off', { CHAT_PAGE: 'true', WEBSITE_AUTH_ENABLED: 'False' }],
    ['Azure says something odd of Easy Auth', { CHAT_PAGE: 'true', WEBSITE_AUTH_ENABLED: '1' }],
  ];

  it.each(off)('because %s, nothing of it is served, whatever the headers', async (_why, env) => {
    const bot = await openWithPage({ env: { CHAT_PAGE: '', ...env } }, openSigned);
    try {
      for (const [method, path] of paths) {
        const headers = { ...easyAuthHeaders(ada), 'accept-language': 'de' };
        const {
          status,
          body,
          headers: given,
        } = await requestPage(bot.app, path, { method, headers });
        expect([method, path, status]).toEqual([method, path, 403]);
        if (method !== 'HEAD') expect(body).toContain('Hier gibt es keine Chatseite');
        expect(given['set-cookie']).toBeUndefined();
      }
      expect(bot.directLine.requests).toEqual([]);
      // Its visits don't count either.
      expect(await bot.storage.visits.get('any')).toBeUndefined();
    } finally {
      await bot.close();
    }
  });

  it('refusals are logged, once a minute', async () => {
    const bot = await openSigned();
    try {
      for (let count = 0; count < 5; count += 1) {
        await requestPage(bot.app, '/api/chat/token', { method: 'POST' });
      }
      const lines = bot.log.filter(({ event }) => event === 'page.refused');
      expect(lines).toEqual([expect.objectContaining({ reason: 'off', count: 1 })]);
    } finally {
      await bot.close();
    }
  });
});

describe('behind Easy Auth', () => {
  let bot: WithPage;
  beforeAll(async () => {
    bot = await openWithPage({ env: { WEBSITE_AUTH_ENABLED: 'True' } });
  });
  afterAll(() => bot.close());

  const principal = (content: unknown) =>
    Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)).toString('base64');
  const claims = [{ typ: 'name', val: 'Ada' }];
  const right = easyAuthHeaders(ada);
  const withPrincipal = (content: unknown) => ({
    ...right,
    'x-ms-client-principal': principal(content),
  });
  const { 'x-ms-client-principal': _p, ...idAlone } = right;
  const { 'x-ms-client-principal-id': _i, ...principalAlone } = right;

  const unusable: [what: string, headers: Record<string, string>][] = [
    ['nothing', {}],
    ['the ID alone', idAlone],
    ['the principal alone', principalAlone],
    [
      'another ID than the principal’s',
      { ...right, 'x-ms-client-principal-id': ada.oid.replace('1', '2') },
    ],
    ['two IDs', { ...right, 'x-ms-client-principal-id': `${ada.oid}, ${ada.oid}` }],
    ['an ID that is none', { ...right, 'x-ms-client-principal-id': 'ada@example.com' }],
    ['an empty ID', { ...right, 'x-ms-client-principal-id': '' }],
    ['another provider', { ...right, 'x-ms-client-principal-idp': 'github' }],
    ['no Base64', { ...right, 'x-ms-client-principal': '\u00e4\u00f6%%%' }],
    ['no JSON', withPrincipal('{')],
    ['null', withPrincipal(null)],
    ['an array', withPrincipal([])],
    ['a principal of another provider', withPrincipal({ auth_typ: 'github', claims })],
    ['a principal without a provider', withPrincipal({ claims })],
    ['a principal without claims', withPrincipal({ auth_typ: 'aad' })],
    ['claims that aren’t a list', withPrincipal({ auth_typ: 'aad', claims: {} })],
    [
      'two object IDs in the principal',
      withPrincipal({
        auth_typ: 'aad',
        claims: [
          { typ: 'oid', val: ada.oid },
          { typ: 'oid', val: ada.oid.replace('1', '2') },
        ],
      }),
    ],
    ['an app’s token', easyAuthHeaders({ ...ada, claims: { idtyp: 'app' } })],
    [
      'a principal as long as no header',
      withPrincipal({ auth_typ: 'aad', claims, x: 'x'.repeat(60_000) }),
    ],
    [
      'more claims than anyone has',
      withPrincipal({ auth_typ: 'aad', claims: Array(1_001).fill({ typ: 'a', val: '' }) }),
    ],
  ];

  it.each(unusable)('%s is nobody’s', async (_what, headers) => {
    const before = bot.directLine.requests.length;
    const { status, json } = await requestPage(bot.app, '/api/chat/token', {
      method: 'POST',
      headers,
      body: {},
    });
    expect(status).toBe(401);
    expect(json.error).toMatchObject({ code: 'signed-out', message: expect.any(String) });
    expect(bot.directLine.requests).toHaveLength(before);
  });

  it('claims that make no sense cost no sign-in', async () => {
    const odd = withPrincipal({
      auth_typ: 'aad',
      claims: [null, 1, 'a', [], { typ: 1, val: 2 }, { typ: 'name' }, { typ: 'name', val: 'Ada' }],
      more: { than: 'known' },
    });
    const { status, json } = await requestPage(bot.app, '/api/chat/token', {
      method: 'POST',
      headers: odd,
    });
    expect(status).toBe(200);
    expect(json['person']).toEqual({ name: 'Ada' });
  });

  it('what someone writes into other headers says nothing', async () => {
    const { status } = await requestPage(bot.app, '/api/chat/token', {
      method: 'POST',
      headers: {
        'x-ms-client-principal-name': 'ada@example.com',
        'x-ms-token-aad-access-token': 'token',
        authorization: 'Bearer token',
        cookie: 'AppServiceAuthSession=forged',
      },
    });
    expect(status).toBe(401);
  });
});

describe('a laptop', () => {
  let bot: WithPage;
  beforeAll(async () => {
    bot = await openWithPage({ env: { CHAT_PAGE: '' } });
  });
  afterAll(() => bot.close());

  const origin = 'http://localhost:3978';
  const open = (headers: Record<string, string> = {}, body: unknown = {}) =>
    requestPage(bot.app, '/api/chat/token', {
      method: 'POST',
      origin,
      headers: { origin, ...headers },
      body,
    });
  const cookieOf = ({ headers }: { headers: Record<string, string> }) =>
    headers['set-cookie']?.split(';')[0] ?? '';

  it('gives each browser a cookie that no script and no other site gets at', async () => {
    const first = await open();
    expect(first.headers['set-cookie']).toMatch(
      /^askGenie\.visitor=[\w-]{32}; Path=\/api\/chat; Max-Age=\d+; HttpOnly; SameSite=Strict$/,
    );
    expect(first.json).not.toHaveProperty('person');
    const again = await open({ cookie: `other=1; ${cookieOf(first)}` });
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.json['userId']).toBe(first.json['userId']);
    const another = await open();
    expect(another.json['userId']).not.toBe(first.json['userId']);
  });

  it.each([
    ['askGenie.visitor='],
    ['askGenie.visitor=short'],
    [`askGenie.visitor=${'é'.repeat(32)}`],
    [';;;='],
  ])('a cookie that isn’t ours is replaced: %j', async (cookie) => {
    expect(cookieOf(await open({ cookie }))).toMatch(/^askGenie\.visitor=[\w-]{32}$/);
  });

  it('goes on in the browser’s own conversations alone', async () => {
    const first = await open();
    const wish = { conversationId: first.json['conversationId'] };
    const own = await open({ cookie: cookieOf(first) }, wish);
    expect(own.json).toMatchObject({ ...wish, chatId: first.json['chatId'], isResumed: true });
    const others = await open({}, wish);
    expect(others.json['isResumed']).toBe(false);
    expect(others.json['chatId']).not.toBe(first.json['chatId']);
  });

  it('believes no header of Easy Auth’s', async () => {
    const { status, json } = await open(easyAuthHeaders(ada));
    expect(status).toBe(200);
    expect(json).not.toHaveProperty('person');
    const visit = (await bot.storage.visits.get(String(json['conversationId'])))?.value;
    expect(visit).toMatchObject({ user: {} });
    expect(JSON.stringify(visit)).not.toMatch(/ada/i);
  });

  it('all of them together have 20 tokens a minute from one address', async () => {
    const at = (address: string) => open({ 'x-forwarded-for': `198.51.100.1, ${address}` });
    const statuses: number[] = [];
    for (let count = 0; count < 21; count += 1) {
      statuses.push((await at(`203.0.113.9:${4000 + count}`)).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    expect((await at('203.0.113.10:4000')).status).toBe(200);
  });
});

it('health and messages are as before, whether the page is on or off', async () => {
  for (const CHAT_PAGE of ['', 'true']) {
    const bot: InProcess = await openInProcess({ env: { CHAT_PAGE } });
    try {
      await expect(bot.app.check()).resolves.toBeUndefined();
      const visitor = aPageVisitor(bot);
      const person = visitor.at({
        conversationId: `of-${CHAT_PAGE}`,
        userId: 'dl_anyone',
        token: '',
        chatId: '',
        isResumed: false,
      });
      expect(await person.write('Revenue by region')).toBe(200);
    } finally {
      await bot.close();
    }
  }
});
