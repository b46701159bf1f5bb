import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unsignedToken } from '../../local/signIn/unsignedToken.ts';
import { GenieError } from '../../src/genie/errors.ts';
import { exchangeForDatabricks } from '../../src/signIn/federation.ts';
import { closedPort } from '../support/closedPort.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import {
  type ScriptedResponse,
  type ScriptedServer,
  startScriptedServer,
} from '../support/scriptedServer.ts';
import { ada } from '../support/tokenServiceDouble.ts';

const clock = createFakeClock();
const hourMs = 3_600_000;
const times = { issuedAt: clock.now(), expiresAt: clock.now() + hourMs };
const entraToken = unsignedToken(ada, times);

let workspace: ScriptedServer;
beforeEach(async () => {
  workspace = await startScriptedServer();
});
afterEach(() => workspace.close());

const exchange = (token = entraToken) => exchangeForDatabricks(workspace.url, token, clock);

async function failure(response: ScriptedResponse): Promise<GenieError> {
  workspace.next(response);
  const error: unknown = await exchange().then(
    (issued) => expect.fail(`It should have failed, but gave ${JSON.stringify(issued)}`),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(GenieError);
  expect(workspace.requests).toHaveLength(1);
  return error as GenieError;
}

const issued = (fields: object = {}) => ({
  body: { access_token: 'databricks-token', token_type: 'Bearer', expires_in: 1_800, ...fields },
});

describe('the exchange of a person’s token', () => {
  it('names no client, or a service principal’s policy would count', async () => {
    workspace.next(issued());
    await exchange();
    const [request] = workspace.requests;
    expect(request).toMatchObject({ method: 'POST', url: '/oidc/v1/token' });
    expect(request?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    expect(request?.headers.authorization).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: entraToken,
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      scope: 'all-apis',
    });
  });

  it('gets a token, and learns when it ends', async () => {
    workspace.next(issued());
    expect(await exchange()).toEqual({
      token: 'databricks-token',
      expiresAt: clock.now() + 1_800_000,
    });
  });

  it.each<[string, unknown, number]>([
    ['half an hour', 1_800, 1_800_000],
    ['an hour, as the token says', 7_200, hourMs],
    ['an hour, as the token says', undefined, hourMs],
    ['an hour, as the token says', 'soon', hourMs],
    ['an hour, as the token says', -1, hourMs],
  ])('takes the earlier end: %s (%j)', async (_what, expires_in, lifeMs) => {
    workspace.next(issued({ access_token: unsignedToken(ada, times), expires_in }));
    expect((await exchange()).expiresAt).toBe(clock.now() + lifeMs);
  });

  it.each([undefined, null, '3600', 0])(
    'takes the end of the traded token where none is said (%j)',
    async (expires_in) => {
      workspace.next(issued({ expires_in }), issued({ expires_in }));
      expect((await exchange()).expiresAt).toBe(times.expiresAt);
      expect((await exchange('opaque')).expiresAt).toBeUndefined();
    },
  );

  it.each(['/', '/path?o=1'])(
    'finds the workspace behind an address that ends in %j',
    async (end) => {
      workspace.next(issued());
      await exchangeForDatabricks(workspace.url + end, entraToken, clock);
      expect(workspace.requests[0]?.url).toBe('/oidc/v1/token');
    },
  );

  it('sends no token unencrypted over a network', async () => {
    const work = exchangeForDatabricks('http://workspace.example', entraToken, clock);
    await expect(work).rejects.toMatchObject({ code: 'config' });
  });
});

describe('a refusal of the person', () => {
  const oauth = (error: string, error_description = 'No policy matched.') => ({
    error,
    error_description,
  });
  it.each<[number, unknown]>([
    [400, oauth('invalid_grant')],
    [400, oauth('invalid_request')],
    [400, oauth('invalid_client')],
    [400, oauth('unauthorized_client')],
    [400, { error: 'invalid_grant' }],
    [400, ''],
    [401, oauth('invalid_client')],
    [401, { error_code: 401, message: 'Credential was not sent' }],
    [401, ''],
    [403, oauth('access_denied')],
    [403, { message: 'User not authorized.' }],
    [403, ''],
  ])('is told from trouble: %i %j', async (status, body) => {
    const error = await failure({ status, body });
    expect(error.code).toBe('sign-in-refused');
    expect(error.details).toMatchObject({ status, acted: 'no', about: 'bot' });
  });

  it('says why, for the log, but neither the token nor who it is', async () => {
    const why = `invalid token ${entraToken} of ${ada.upn} (${ada.name}, ${ada.oid})`;
    const { message, cause } = await failure({ status: 400, body: oauth('invalid_grant', why) });
    expect(message).toContain('invalid_grant: invalid token […] of');
    for (const part of [entraToken, ada.upn, ada.name, ada.oid]) {
      expect([message, String(cause)].join()).not.toContain(part);
    }
  });
});

describe('trouble', () => {
  const signInPage = '<!doctype html><title>Databricks - Sign In</title>';
  const blocked = 'Source IP address: 203.0.113.7 is blocked by Databricks IP ACL for workspace: 1';
  it.each<[string, ScriptedResponse, string]>([
    ['too many requests', { status: 429 }, 'genie-unavailable'],
    ['an error', { status: 500 }, 'genie-unavailable'],
    ['a gateway’s page', { status: 502, body: '<html>Bad gateway</html>' }, 'genie-unavailable'],
    ['an outage', { status: 503, body: { error: 'temporarily_unavailable' } }, 'genie-unavailable'],
    ['no OAuth server', { status: 404 }, 'config'],
    [
      'an IP access list',
      { status: 403, body: { error_code: 403, message: blocked } },
      'genie-forbidden',
    ],
    [
      'a paused workspace',
      { status: 400, body: { error_code: 'INVALID_STATE', message: 'Workspace 1 is paused' } },
      'genie-inactive',
    ],
    ['a sign-in page', { status: 200, body: signInPage }, 'genie-sign-in'],
    ['a sign-in page that is refused', { status: 403, body: signInPage }, 'genie-sign-in'],
    [
      'a redirect to a sign-in page',
      { status: 302, headers: { location: '/login.html' } },
      'genie-sign-in',
    ],
    ['a page', { body: '<html>Hello</html>' }, 'genie-bad-response'],
    ['nothing', { body: '' }, 'genie-bad-response'],
    ['broken JSON', { body: '{"access_tok' }, 'genie-bad-response'],
    ['no token', { body: { token_type: 'Bearer' } }, 'genie-bad-response'],
    ['an empty token', issued({ access_token: '' }), 'genie-bad-response'],
    ['a token with a line end', issued({ access_token: 'a\nb' }), 'genie-bad-response'],
    [
      'a token that no request could carry',
      issued({ access_token: 'x'.repeat(20_000) }),
      'genie-bad-response',
    ],
    ['a broken connection', 'reset', 'genie-unreachable'],
  ])('is not taken for a refusal: %s', async (_what, response, code) => {
    expect((await failure(response)).code).toBe(code);
  });

  it('quotes nothing of an answer that claims success', async () => {
    const { message } = await failure({ body: { access_token: 7, message: 'secret-part' } });
    expect(message).not.toContain('secret-part');
  });

  it.each([301, 302, 307, 308])(
    'is a redirect, which the token doesn’t follow (%i)',
    async (status) => {
      await using elsewhere = await startScriptedServer();
      const location = `${elsewhere.url}/steal`;
      expect((await failure({ status, headers: { location } })).code).toBe('genie-redirected');
      expect(elsewhere.requests).toEqual([]);
    },
  );

  it('is silence, when the time is over', async () => {
    workspace.next('hang');
    const work = exchangeForDatabricks(workspace.url, entraToken, clock, 60);
    await expect(work).rejects.toMatchObject({ code: 'genie-unreachable' });
  });

  it('is a workspace where nothing listens', async () => {
    const host = `http://127.0.0.1:${await closedPort()}`;
    const work = exchangeForDatabricks(host, entraToken, clock);
    await expect(work).rejects.toMatchObject({ code: 'genie-unreachable' });
  });
});
