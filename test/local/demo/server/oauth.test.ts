import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestDemo, type TestDemo } from '../demoClient.ts';

let demo: TestDemo;
beforeEach(async () => {
  demo = await startTestDemo();
});
afterEach(() => demo.close());

async function discover(): Promise<string> {
  const response = await fetch(`${demo.url}/oidc/.well-known/oauth-authorization-server`);
  return ((await response.json()) as { token_endpoint: string }).token_endpoint;
}

async function requestToken(secret: string, grantType = 'client_credentials'): Promise<Response> {
  const basic = Buffer.from(`${demo.oauth.clientId}:${secret}`).toString('base64');
  return fetch(await discover(), {
    method: 'POST',
    headers: { Authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: grantType, scope: 'all-apis' }),
  });
}

function listSpaces(token: string): Promise<Response> {
  const headers = { Authorization: `Bearer ${token}` };
  return fetch(`${demo.url}/api/2.0/genie/spaces`, { headers });
}

it('client credentials give a token that is good for an hour', async () => {
  const response = await requestToken(demo.oauth.clientSecret);
  const token = (await response.json()) as { access_token: string; expires_in: number };
  expect(token).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'all-apis' });
  expect((await listSpaces(token.access_token)).status).toBe(200);
  demo.time.now += 3600_000;
  expect((await listSpaces(token.access_token)).status).toBe(401);
});

it('a wrong secret gets 401 invalid_client', async () => {
  const response = await requestToken('wrong');
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ error: 'invalid_client' });
});

it('another grant type gets 400 unsupported_grant_type', async () => {
  const response = await requestToken(demo.oauth.clientSecret, 'password');
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: 'unsupported_grant_type' });
});
