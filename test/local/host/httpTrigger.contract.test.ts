import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { requestAs } from '../../support/requestAs.ts';
import { type FixtureHost, startFixtureHost } from '../../support/startFixtureHost.ts';

let host: FixtureHost;

beforeAll(async () => {
  host = await startFixtureHost({
    functionKey: 'the-key',
    masterKey: 'the-master-key',
    fallback(request, response) {
      if (request.url !== '/page') return false;
      response.end('a page');
      return true;
    },
  });
});
afterAll(() => host.close());

const call = (path: string, init?: RequestInit) => fetch(`${host.url}${path}`, init);

test('a function gets params, query, headers and body, and its status, headers and body come back', async () => {
  const response = await call('/api/echo/12/last?x=1', {
    method: 'POST',
    headers: { 'user-agent': 'a test' },
    body: 'héllo',
  });
  expect(response.status).toBe(201);
  expect(response.headers.get('x-method')).toBe('POST');
  expect(await response.json()).toEqual({
    params: { id: '12', part: 'last' },
    query: { x: '1' },
    agent: 'a test',
    url: `${host.url}/api/echo/12/last?x=1`,
    text: 'héllo',
  });
});

test('the more specific route wins, and a constraint that does not hold is no match', async () => {
  expect(await (await call('/api/echo/word')).text()).toBe('word');
  expect(await (await call('/api/echo/a/b%20c')).json()).toEqual({ rest: 'a/b c' });
  expect((await call('/api/echo/twelve', { method: 'POST' })).status).toBe(404);
});

test('letter case of the path does not matter', async () => {
  expect((await call('/API/Echo/WORD')).status).toBe(200);
});

test.each([
  ['an unknown path', 'GET', '/api/unknown'],
  ['a method that no function takes', 'DELETE', '/api/events'],
  ['a path that cannot be decoded', 'GET', '/api/echo/%zz'],
  ['a path outside the prefix', 'GET', '/echo/word'],
  ['an empty part of a path', 'GET', '/api//echo/word'],
  ['an empty part at its beginning', 'GET', '//api/echo/word'],
  ['two slashes at its end', 'GET', '/api/echo/word//'],
  ['a method of HTTP that no function names', 'HEAD', '/api/echo/word'],
])('%s is answered 404', async (_case, method, path) => {
  expect((await call(path, { method })).status).toBe(404);
});

test('a request that no function serves goes to the fallback', async () => {
  expect(await (await call('/page')).text()).toBe('a page');
});

test('a function that returns nothing is answered 204', async () => {
  expect((await call('/api/nothing')).status).toBe(204);
});

test('one slash at its end doesn’t matter', async () => {
  expect((await call('/api/echo/word/')).status).toBe(200);
});

test('a function that throws is answered 500 with nothing, and the log has its message and stack twice', async () => {
  const response = await call('/api/broken');
  expect(response.status).toBe(500);
  expect(await response.text()).toBe('');
  const failures = host.logged.filter(({ message }) => message.includes('broken on purpose'));
  expect(failures.map(({ level, category }) => ({ level, category }))).toEqual([
    { level: 'error', category: 'Function.broken' },
    { level: 'error', category: 'Host.Results' },
  ]);
  for (const { message } of failures) {
    expect(message).toMatch(/Error: broken on purpose\n\s+at /);
    expect(message).not.toContain('its cause');
  }
});

test('a function of level "function" requires the key, in the header or the query', async () => {
  const refused = await call('/api/guarded');
  expect([refused.status, await refused.text()]).toEqual([401, '']);
  expect((await call('/api/guarded?code=wrong')).status).toBe(401);
  expect((await call('/api/guarded?code=the-key')).status).toBe(200);
  const headers = { 'x-functions-key': 'the-key' };
  expect((await call('/api/guarded', { headers })).status).toBe(200);
  expect((await call('/api/guarded?code=the-master-key')).status).toBe(200);
  expect((await call('/api/guarded?code=undefined')).status).toBe(401);
  expect((await call('/api/guarded?code=null')).status).toBe(401);
});

test('parts of the bundle behind an import() are loaded when they’re needed', async () => {
  expect(await (await call('/api/lazy')).text()).toBe('lazy part');
});

test('context.log reaches the log through the app’s log hook', async () => {
  await call('/api/echo/1', { method: 'POST' });
  expect(host.logged).toContainEqual({
    level: 'information',
    category: 'Function.echo.User',
    source: 'function',
    functionName: 'echo',
    message: 'a *** line',
  });
});

test('a body announced above 100 MB fails before it is sent', async () => {
  const { port } = new URL(host.url);
  const socket = connect(Number(port), '127.0.0.1');
  const length = 100 * 1024 * 1024 + 1;
  socket.write(`POST /api/echo/1 HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${length}\r\n\r\n`);
  const answer = await new Promise<string>((resolve) =>
    socket.once('data', (data) => resolve(String(data))),
  );
  socket.destroy();
  expect(answer).toMatch(/^HTTP\/1.1 500 /);
});

describe('a body in chunks', () => {
  const chunked = (text: string) =>
    call('/api/echo/1', {
      method: 'POST',
      body: new Blob([text]).stream(),
      duplex: 'half',
    } as RequestInit);

  it.each(['words', '', 'x'.repeat(300_000)])(
    'doesn’t reach the function, whatever its length',
    async (text) => {
      const response = await chunked(text);
      expect(response.status).toBe(201);
      expect(await response.json()).toMatchObject({ text: '' });
    },
  );

  it('is read to its end, so that the connection can take the next request', async () => {
    await (await chunked('x'.repeat(300_000))).text();
    expect((await call('/api/echo/word')).status).toBe(200);
  });
});

test('a response comes in chunks, without a length', async () => {
  const { headers } = await call('/api/echo/word');
  expect(headers.get('content-length')).toBeNull();
  expect(headers.get('transfer-encoding')).toBe('chunked');
});

describe('a query', () => {
  it.each([
    ['?x=a&x=b', { x: 'a,b' }],
    ['?x=a&X=b&y=', { x: 'a,b', y: '' }],
    ['?x=a%2Cb+c', { x: 'a,b c' }],
    ['', {}],
  ])('%s reaches the function with one value a name', async (query, expected) => {
    const response = await call(`/api/echo/1${query}`, { method: 'POST' });
    expect(await response.json()).toMatchObject({ query: expected });
  });
});

describe('the host’s limits', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    requestAs(`${host.url}${path}`, headers);
  /** A request line of this many bytes, with its method, version and line end. */
  const lineOf = (bytes: number) => {
    const path = '/api/echo/word?';
    return `${path}${'x'.repeat(bytes - `GET ${path} HTTP/1.1\r\n`.length)}`;
  };

  it('are 8 KB for the request line', async () => {
    expect(await get(lineOf(8192))).toMatchObject({ status: 200 });
    expect(await get(lineOf(8193))).toMatchObject({ status: 414, body: '' });
    expect(await get(lineOf(60_000))).toMatchObject({ status: 414 });
  });

  it('are 32 KB for all headers', async () => {
    expect(await get('/api/echo/word', { long: 'x'.repeat(30_000) })).toMatchObject({
      status: 200,
    });
    expect(await get('/api/echo/word', { long: 'x'.repeat(33_000) })).toMatchObject({
      status: 431,
      body: '',
    });
  });

  it('are 100 headers', async () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`x-${index}`, '']));
    expect(await get('/api/echo/word', many)).toMatchObject({ status: 431 });
  });
});

test('the host listens on loopback only', async () => {
  const { port } = new URL(host.url);
  const refused = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), '127.0.0.2');
    socket.once('connect', () => resolve('connected'));
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
  });
  expect(refused).toBe('ECONNREFUSED');
});
