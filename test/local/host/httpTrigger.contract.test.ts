import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FixtureHost, startFixtureHost } from '../../support/startFixtureHost.ts';

let host: FixtureHost;

beforeAll(async () => {
  host = await startFixtureHost({
    functionKey: 'the-key',
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
])('%s is answered 404', async (_case, method, path) => {
  expect((await call(path, { method })).status).toBe(404);
});

test('a request that no function serves goes to the fallback', async () => {
  expect(await (await call('/page')).text()).toBe('a page');
});

test('a function that returns nothing is answered 204', async () => {
  expect((await call('/api/nothing')).status).toBe(204);
});

test('a function that throws is answered 500 without its reason, which is in the log', async () => {
  const response = await call('/api/broken');
  expect(response.status).toBe(500);
  expect(await response.text()).toBe('');
  expect(host.logged).toContainEqual(
    expect.objectContaining({
      level: 'error',
      message: expect.stringContaining('broken on purpose'),
    }),
  );
});

test('a function of level "function" requires the key, in the header or the query', async () => {
  expect((await call('/api/guarded')).status).toBe(401);
  expect((await call('/api/guarded?code=wrong')).status).toBe(401);
  expect((await call('/api/guarded?code=the-key')).status).toBe(200);
  const headers = { 'x-functions-key': 'the-key' };
  expect((await call('/api/guarded', { headers })).status).toBe(200);
});

test('parts of the bundle behind an import() are loaded when they’re needed', async () => {
  expect(await (await call('/api/lazy')).text()).toBe('lazy part');
});

test('context.log reaches the log through the app’s log hook', async () => {
  await call('/api/echo/1', { method: 'POST' });
  expect(host.logged).toContainEqual({
    level: 'information',
    source: 'function',
    functionName: 'echo',
    message: 'a *** line',
  });
});

test('a body announced above 100 MB is refused before it is sent', async () => {
  const { port } = new URL(host.url);
  const socket = connect(Number(port), '127.0.0.1');
  const length = 100 * 1024 * 1024 + 1;
  socket.write(`POST /api/echo/1 HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${length}\r\n\r\n`);
  const answer = await new Promise<string>((resolve) =>
    socket.once('data', (data) => resolve(String(data))),
  );
  socket.destroy();
  expect(answer).toMatch(/^HTTP\/1.1 413 /);
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
