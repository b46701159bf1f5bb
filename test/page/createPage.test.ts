import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/common/errors.ts';
import { createLog } from '../../src/common/log.ts';
import { createPage } from '../../src/page/createPage.ts';
import { createGate } from '../../src/page/gate/createGate.ts';
import { createRefuse } from '../../src/page/refuse.ts';
import { json, PageError, type PageRoute } from '../../src/page/route.ts';
import { textsForBrowser } from '../../src/texts/textsForBrowser.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { openMemoryStorage } from '../support/openMemoryStorage.ts';
import { easyAuthHeaders } from '../support/page/easyAuth.ts';
import { type PageCall, requestPage } from '../support/page/requestPage.ts';

const ada = { oid: 'ada00000-0000-4000-8000-000000000001', name: 'Ada' };
const signedIn = easyAuthHeaders(ada);

const routes: PageRoute[] = [
  {
    method: 'GET',
    path: '',
    kind: 'document',
    handle: async () => ({ headers: { 'content-type': 'text/html' }, body: '<p>The page</p>' }),
  },
  {
    method: 'GET',
    path: 'files/:name',
    kind: 'file',
    handle: async ({ params }) => ({ body: String(params['name']) }),
  },
  {
    method: 'GET',
    path: 'things/:id',
    kind: 'data',
    handle: async ({ params: { id }, query, visitor }) => {
      if (id === 'storage') throw new AppError('storage', 'no storage, said secret-text');
      if (id === 'broken') throw new Error('broken, said secret-text');
      if (id === 'busy') throw new PageError(409, 'busy', 'Not now');
      return json({ id, wish: query.get('wish'), owner: visitor.owner });
    },
  },
  { method: 'DELETE', path: 'things/:id', kind: 'data', handle: async () => ({ status: 204 }) },
  { method: 'GET', path: 'guide', kind: 'document', handle: async () => ({ body: 'The guide' }) },
];

function open(access: 'signed-in' | 'open' = 'signed-in', frameAncestors: string[] = []) {
  const clock = createFakeClock();
  const lines: string[] = [];
  const textsOf = ({ headers }: { headers: Headers }) => ({
    locale: undefined,
    texts: textsForBrowser(headers.get('accept-language'), 'en'),
  });
  const { allowances } = openMemoryStorage(clock);
  const page = createPage({
    routes,
    admit: createGate({ access, people: { guests: true }, allowances, clock }),
    refuse: createRefuse({
      textsOf,
      adminContact: 'help@example.com',
      frameAncestors,
      clock,
      log: createLog('info', (_level, line) => lines.push(line)),
    }),
    textsOf,
  });
  const app = { receivePage: page };
  return {
    clock,
    lines,
    get: (path: string, call?: PageCall) => requestPage(app, `/api/chat${path}`, call),
  };
}

describe('a request', () => {
  it('comes to its route, with what its path says, decoded', async () => {
    const { get } = open();
    const answer = await get('/things/a%2Fb%20c?wish=1', { headers: signedIn });
    expect(answer.json).toMatchObject({
      id: 'a/b c',
      wish: '1',
      owner: expect.stringMatching(/^[\da-f]{32}$/),
    });
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it.each([['/'], ['//'], ['']])('the page is at /api/chat%s', async (path) => {
    expect((await open().get(path, { headers: signedIn })).body).toBe('<p>The page</p>');
  });

  it.each([
    ['/things'],
    ['/things/a/b'],
    ['/things/%ff'],
    ['/files/../../secret'],
    ['s'],
    ['/Things/a'],
  ])('%s isn’t there', async (path) => {
    const answer = await open().get(path, { headers: signedIn });
    expect([answer.status, answer.json.error?.code]).toEqual([404, 'not-found']);
  });

  it('with HEAD is answered as with GET, without the body', async () => {
    const { get } = open();
    const answer = await get('', { method: 'HEAD', headers: signedIn });
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(answer.headers['content-type']).toBe('text/html');
    const data = await get('/things/a', { method: 'HEAD', headers: signedIn });
    expect(data).toMatchObject({ status: 200, body: '' });
    expect(data.headers['content-type']).toBe('application/json');
    expect(await get('', { method: 'HEAD' })).toMatchObject({ status: 401, body: '' });
  });

  it('with another method is told which there are', async () => {
    const { get } = open();
    const answer = await get('/things/a', { method: 'POST', headers: signedIn });
    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe('GET, HEAD, DELETE');
  });

  it('that fails is said in the reader’s language, and logged in full', async () => {
    const { get, lines } = open();
    const headers = { ...signedIn, 'accept-language': 'fr' };
    const storage = await get('/things/storage', { headers });
    expect(storage).toMatchObject({ status: 503, json: { error: { code: 'unavailable' } } });
    expect(storage.headers['retry-after']).toBe('10');
    const broken = await get('/things/broken', { headers });
    expect(broken).toMatchObject({ status: 500, json: { error: { code: 'failed' } } });
    for (const { body, json: answer } of [storage, broken]) {
      expect(answer.error?.message).toContain(`${answer.error?.errorId}`);
      expect(body).not.toContain('secret-text');
      expect(
        lines.some(
          (line) => line.includes(`${answer.error?.errorId}`) && line.includes('secret-text'),
        ),
      ).toBe(true);
    }
    expect(storage.json.error?.message).toMatch(/Réessayez/);
    expect(await get('/things/busy', { headers })).toMatchObject({
      status: 409,
      json: { error: { code: 'busy' } },
    });
  });
});

describe('who isn’t signed in', () => {
  it('is led to the sign-in, and back', async () => {
    const answer = await open().get('?chat=1&x=%22%3E', { headers: { 'accept-language': 'de' } });
    expect(answer.status).toBe(401);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
    const target = '/.auth/login/aad?post_login_redirect_uri=/api/chat%3Fchat%3D1%26x%3D%2522%253E';
    expect(answer.body).toContain(`<meta http-equiv="refresh" content="0; url=${target}">`);
    expect(answer.body).toContain(`<a href="${target}" target="_top">Anmelden</a>`);
    expect(answer.body).toContain('<html lang="de">');
    expect(answer.body).not.toMatch(/<script|style=/);
  });

  it('of a path of ours alone, whatever the address', async () => {
    const answer = await open().get('/', { origin: 'https://evil.example' });
    expect(answer.body).toContain('post_login_redirect_uri=/api/chat/"');
    expect(answer.body).not.toContain('evil');
  });

  it('isn’t sent round in circles by a sign-in that’s of no use', async () => {
    const headers = { ...signedIn, 'x-ms-client-principal': '' };
    const { status, body } = await open().get('', { headers });
    expect(status).toBe(401);
    expect(body).not.toContain('refresh');
    expect(body).toContain('href="/.auth/login/aad');
  });

  it('in a frame, isn’t sent where no frame is shown', async () => {
    const { get } = open('signed-in', ['https://intranet.example']);
    const { headers, body } = await get('', { headers: { 'sec-fetch-dest': 'iframe' } });
    expect(headers['content-security-policy']).toContain(
      'frame-ancestors https://intranet.example',
    );
    expect(body).not.toContain('refresh');
    expect(body).toContain('target="_top"');
  });

  it('gets neither files nor data', async () => {
    const { get, lines } = open();
    for (const path of ['/files/page.js', '/things/a']) {
      const answer = await get(path);
      expect([answer.status, answer.json.error?.code]).toEqual([401, 'signed-out']);
    }
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ event: 'page.refused', reason: 'signed-out' }),
    );
  });

  it('fills no log by opening the page', async () => {
    const { get, lines } = open();
    await get('');
    expect(lines).toEqual([]);
  });
});

describe('the page’s script', () => {
  it('has 240 requests a minute for one visitor', async () => {
    const { get, clock } = open();
    for (let count = 0; count < 240; count += 1) {
      expect((await get('/things/a', { headers: signedIn })).status).toBe(200);
    }
    expect((await get('/things/a', { headers: signedIn })).status).toBe(429);
    const other = easyAuthHeaders({ ...ada, oid: ada.oid.replace('1', '2') });
    expect((await get('/things/a', { headers: other })).status).toBe(200);
    expect((await get('', { headers: signedIn })).status).toBe(200);
    await clock.advance(61_000);
    expect((await get('/things/a', { headers: signedIn })).status).toBe(200);
  });

  it('keeps its share when another site has a document opened all the time', async () => {
    const { get, clock } = open();
    const foreign = { headers: { ...signedIn, 'sec-fetch-site': 'cross-site' } };
    for (let count = 0; count < 60; count += 1) {
      expect((await get('/guide', foreign)).status).toBe(200);
    }
    const { status, headers, body } = await get('/guide', foreign);
    expect([status, headers['content-type']]).toEqual([429, 'text/html; charset=utf-8']);
    expect(body).toContain('<!doctype html>');
    expect((await get('/things/a', { headers: signedIn })).status).toBe(200);
    for (const free of ['', '/files/page.js']) {
      expect((await get(free, { headers: signedIn })).status).toBe(200);
    }
    await clock.advance(61_000);
    expect((await get('/guide', foreign)).status).toBe(200);
  });

  it('is our page’s own, in every method', async () => {
    const { get } = open('open');
    for (const method of ['GET', 'DELETE']) {
      const foreign = { method, headers: { origin: 'https://evil.example' } };
      expect((await get('/things/a', foreign)).status).toBe(403);
    }
    // What a link leads to, and what a page loads, can come from elsewhere.
    const linked = { headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await get('', linked)).status).toBe(200);
  });
});

describe('on an open page', () => {
  it('the page gives a cookie, unless the browser might have one that it doesn’t send', async () => {
    const { get } = open('open');
    expect((await get('')).headers['set-cookie']).toMatch(/; Secure$/);
    const linked = await get('', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(linked.headers['set-cookie']).toBeUndefined();
    const data = await get('/things/a');
    expect(data.headers['set-cookie']).toBeUndefined();
  });
});
