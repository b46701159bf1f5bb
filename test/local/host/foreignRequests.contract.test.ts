import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestAs } from '../../support/requestAs.ts';
import { type FixtureHost, startFixtureHost } from '../../support/startFixtureHost.ts';

let host: FixtureHost;
let served: string[];

beforeAll(async () => {
  served = [];
  host = await startFixtureHost({
    publicUrl: 'https://tunnel.example',
    fallback(request, response) {
      served.push(request.url ?? '');
      response.end('a page');
      return true;
    },
  });
});
afterAll(() => host.close());

const refusal = {
  status: 403,
  body: 'This bot only answers to localhost, and to the address in PUBLIC_BASE_URL.\n',
  headers: expect.objectContaining({ 'content-type': 'text/plain; charset=utf-8' }),
};

test.each(['/api/events', '/api/echo/word', '/api/guarded', '/api/unknown', '/page'])(
  '%s is not there for a page whose name was rebound to this computer',
  async (path) => {
    expect(await requestAs(`${host.url}${path}`, { host: 'evil.example' })).toMatchObject(refusal);
    expect(served).toEqual([]);
  },
);

test('a page of another origin reaches no function, whatever it sends', async () => {
  const answer = await requestAs(
    `${host.url}/api/echo/1`,
    { origin: 'https://evil.example', 'content-type': 'text/plain' },
    { method: 'POST', body: 'x'.repeat(200_000) },
  );
  expect(answer).toMatchObject(refusal);
  const logged = host.logged.filter(({ functionName }) => functionName === 'echo');
  expect(logged).toEqual([]);
});

test('asking for another protocol is no way around it', async () => {
  const upgrade = { host: 'evil.example', connection: 'Upgrade', upgrade: 'websocket' };
  expect(await requestAs(`${host.url}/page`, upgrade)).toMatchObject(refusal);
});

test.each([
  { host: 'localhost' },
  { host: '127.0.0.1:1' },
  { host: '[::1]' },
  { origin: 'http://localhost:1' },
  { host: 'tunnel.example' },
])('%j reaches the functions', async (headers: Record<string, string>) => {
  expect(await requestAs(`${host.url}/api/echo/word`, headers)).toMatchObject({
    status: 200,
    body: 'word',
  });
});
