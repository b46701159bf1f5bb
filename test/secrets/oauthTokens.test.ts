import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTokenSource } from '../../src/secrets/databricksTokens.ts';
import { createFakeClock, type FakeClock } from '../support/fakeClock.ts';
import { type ScriptedServer, startScriptedServer } from '../support/scriptedServer.ts';

let workspace: ScriptedServer;
let clock: FakeClock;

beforeEach(async () => {
  workspace = await startScriptedServer();
  clock = createFakeClock();
});

afterEach(() => workspace.close());

const createTokens = () =>
  createTokenSource(
    {
      kind: 'oauth-m2m',
      host: workspace.url,
      clientId: 'client 1',
      secret: { kind: 'value', value: 's3cret:ü' },
    },
    { clock },
  );

const metadata = () => ({ body: { token_endpoint: `${workspace.url}/oidc/v1/token` } });
const token = (access_token: string, expires_in = 3600) => ({
  body: { access_token, token_type: 'Bearer', expires_in },
});

describe('the exchange', () => {
  it('finds the token endpoint, and sends the client’s ID and secret as Basic authentication', async () => {
    workspace.next(metadata(), token('t1'));
    expect(await createTokens().getToken()).toBe('t1');
    const [discovery, exchange] = workspace.requests;
    expect(discovery).toMatchObject({
      method: 'GET',
      url: '/oidc/.well-known/oauth-authorization-server',
    });
    expect(discovery?.headers.authorization).toBeUndefined();
    expect(exchange).toMatchObject({
      method: 'POST',
      url: '/oidc/v1/token',
      body: 'grant_type=client_credentials&scope=all-apis',
    });
    expect(exchange?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    const basic = Buffer.from('client%201:s3cret%3A%C3%BC').toString('base64');
    expect(exchange?.headers.authorization).toBe(`Basic ${basic}`);
  });

  it.each([
    'http://elsewhere.example/token',
    'https://elsewhere.example/token',
    'https://127.0.0.1/token',
    'no address',
  ])('does not send the secret to %s, which is not the workspace', async (token_endpoint) => {
    workspace.next({ body: { token_endpoint } });
    await expect(createTokens().getToken()).rejects.toMatchObject({ code: 'genie-bad-response' });
    expect(workspace.requests).toHaveLength(1);
  });

  it('does not follow a redirect with the secret', async () => {
    await using elsewhere = await startScriptedServer();
    const redirect = { status: 307, headers: { location: elsewhere.url } };
    workspace.next(metadata(), redirect);
    await expect(createTokens().getToken()).rejects.toMatchObject({ code: 'genie-redirected' });
    expect(elsewhere.requests).toEqual([]);
  });
});

describe('a token’s life', () => {
  it('is renewed at least 40 seconds before its end, without looking up the endpoint again', async () => {
    workspace.next(metadata(), token('t1', 60), token('t2'));
    const tokens = createTokens();
    await tokens.getToken();
    await clock.advance(19_999);
    expect(await tokens.getToken()).toBe('t1');
    await clock.advance(1);
    expect(await tokens.getToken()).toBe('t2');
    expect(workspace.requests.map(({ url }) => url).slice(2)).toEqual(['/oidc/v1/token']);
  });

  it('is used for 56 minutes if it lasts an hour', async () => {
    workspace.next(metadata(), token('t1'), token('t2'));
    const tokens = createTokens();
    await tokens.getToken();
    await clock.advance(56 * 60_000 - 1);
    expect(await tokens.getToken()).toBe('t1');
    await clock.advance(1);
    expect(await tokens.getToken()).toBe('t2');
  });

  it('bridges a server outage', async () => {
    workspace.next(metadata(), token('t1'));
    workspace.otherwise({ status: 503 });
    const tokens = createTokens();
    await tokens.getToken();
    await clock.advance(57 * 60_000);
    expect(await tokens.getToken()).toBe('t1');
    await clock.advance(3 * 60_000);
    await expect(tokens.getToken()).rejects.toMatchObject({ code: 'genie-unavailable' });
  });
});

describe('trouble', () => {
  it.each([
    [400, 'genie-unauthorized'],
    [401, 'genie-unauthorized'],
    [403, 'genie-unauthorized'],
    [404, 'config'],
    [429, 'genie-unavailable'],
    [500, 'genie-unavailable'],
  ])('a %i is %s, without the secret in the message', async (status, code) => {
    workspace.next(metadata(), { status, body: { error: 'invalid_client', echo: 's3cret' } });
    const failure = await createTokens()
      .getToken()
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code, details: { status, acted: 'no' } });
    expect(String(failure)).not.toContain('s3cret');
  });

  const blocked = 'Source IP address: 203.0.113.7 is blocked by Databricks IP ACL for workspace: 1';
  const signIn = '<!doctype html><title>Databricks - Sign In</title>';
  it.each([
    ['an IP access list', 403, { error_code: 403, message: blocked }, 'genie-forbidden', blocked],
    ['a network policy', 401, 'Unauthorized network access to workspace: 1', 'genie-forbidden', ''],
    [
      'a paused workspace',
      400,
      { error_code: 'INVALID_STATE', message: 'Workspace 1 is paused' },
      'genie-inactive',
      'Workspace 1 is paused',
    ],
    ['a paused workspace', 503, 'Workspace 1 is not active', 'genie-inactive', 'not active'],
    ['a sign-in page', 200, signIn, 'genie-sign-in', ''],
    ['a sign-in page', 403, signIn, 'genie-sign-in', 'Sign In'],
    ['a right that it lacks', 403, { message: 'no entitlement' }, 'genie-forbidden', 'entitlement'],
    [
      'an outdated secret',
      401,
      { error: 'invalid_client', error_description: 'The secret s3cret:ü has expired' },
      'genie-unauthorized',
      'invalid_client: The secret […] has expired',
    ],
    [
      'an unknown client',
      403,
      { error: 'unauthorized_client', error_description: 'who?' },
      'genie-unauthorized',
      'unauthorized_client: who?',
    ],
  ])('names %s that comes with %i', async (_what, status, body, code, reason) => {
    workspace.next(metadata(), { status, body });
    const failure = await createTokens()
      .getToken()
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code, details: { status, acted: 'no', about: 'bot' } });
    expect(String(failure)).toContain(reason);
    expect(String(failure)).not.toContain('s3cret');
  });

  it('names a redirect to a sign-in page', async () => {
    workspace.next({ status: 302, headers: { location: '/login.html' } });
    await expect(createTokens().getToken()).rejects.toMatchObject({ code: 'genie-sign-in' });
  });

  it('quotes nothing of a response that claims success', async () => {
    workspace.next(metadata(), { body: { access_token: 'abcdef', message: 'token abcdef' } });
    const failure = await createTokens()
      .getToken()
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'genie-bad-response' });
    expect(String(failure)).not.toContain('abcdef');
  });

  it.each([
    ['no JSON', { body: '<html>' }],
    ['no token', { body: { token_type: 'Bearer' } }],
  ])('a response with %s is bad', async (_what, response) => {
    workspace.next(metadata(), response);
    await expect(createTokens().getToken()).rejects.toMatchObject({ code: 'genie-bad-response' });
  });

  it('a lost connection counts as unreachable, and certainly no question was asked', async () => {
    workspace.next('reset');
    await expect(createTokens().getToken()).rejects.toMatchObject({
      code: 'genie-unreachable',
      details: { acted: 'no' },
    });
  });
});
