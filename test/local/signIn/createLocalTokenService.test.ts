import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readClaims } from '../../../src/signIn/readClaims.ts';
import { createMovableClock } from '../../support/movableClock.ts';
import { requestAs } from '../../support/requestAs.ts';
import {
  ada,
  grace,
  startTokenService,
  type TokenServiceDouble,
} from '../../support/tokenServiceDouble.ts';

const owner = { userId: '29:ada', channelId: 'msteams', connectionName: 'databricks' };
const clock = createMovableClock();
const told: unknown[] = [];
let service: TokenServiceDouble;

beforeEach(async () => {
  told.length = 0;
  service = await startTokenService({ clock, onSignedIn: (signIn) => told.push(signIn) });
});
afterEach(() => service.close());

async function call(method: string, path: string, query: Record<string, string>, body?: unknown) {
  const response = await fetch(`${service.url}${path}?${new URLSearchParams(query)}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}

const getToken = (code?: string, whose = owner) =>
  call('GET', '/api/usertoken/GetToken', { ...whose, ...(code !== undefined && { code }) });

function begin(whose = owner, msAppId: unknown = 'app') {
  const { userId, channelId, connectionName } = whose;
  const conversation = { channelId, user: { id: userId }, conversation: { id: 'a:1' } };
  const state = JSON.stringify({ connectionName, conversation, msAppId });
  return call('GET', '/api/botsignin/GetSignInResource', {
    state: Buffer.from(state).toString('base64'),
  });
}

describe('the local token service', () => {
  it('has no token at first, and says so in JSON', async () => {
    const { status, body } = await getToken();
    expect(status).toBe(404);
    expect(body).toEqual({ error: { code: 'NotFound', message: 'There is no token.' } });
  });

  it('gives a token for the six digits, once, and keeps it from then on', async () => {
    await begin();
    const code = service.finish(ada);
    expect(code).toMatch(/^\d{6}$/);
    expect((await getToken()).status).toBe(404);
    const { status, body } = await getToken(code);
    expect(status).toBe(200);
    expect(body).toMatchObject({ channelId: 'msteams', connectionName: 'databricks' });
    expect(readClaims(body.token)).toMatchObject({ oid: ada.oid, name: ada.name, upn: ada.upn });
    expect(Date.parse(body.expiration)).toBeGreaterThan(clock.now());
    expect((await getToken()).body.token).toBe(body.token);
    expect((await getToken(code)).status).toBe(404);
  });

  it.each([{ userId: '29:mallory' }, { channelId: 'webchat' }, { connectionName: 'other' }])(
    'takes the digits from nobody but their owner: not for %j',
    async (other) => {
      await begin();
      const code = service.finish(ada);
      expect((await getToken(code, { ...owner, ...other })).status).toBe(404);
      expect((await getToken(code)).status).toBe(200);
    },
  );

  it('refuses wrong digits, and digits after 15 minutes', async () => {
    await begin();
    const code = service.finish(ada) ?? '';
    const wrong = code === '000000' ? '000001' : '000000';
    expect((await getToken(wrong)).status).toBe(404);
    clock.skip(15 * 60_000);
    expect((await getToken(code)).status).toBe(404);
    expect(service.pending()).toEqual([]);
  });

  it('offers a sign-in for a day, as long as what a subscription asks waits for one', async () => {
    await begin();
    clock.skip(23 * 3_600_000);
    const code = service.finish(ada) ?? '';
    expect((await getToken(code)).status).toBe(200);
    await begin();
    clock.skip(24 * 3_600_000);
    expect(service.pending()).toEqual([]);
  });

  it('needs no digits when the page is bound to the chat', async () => {
    await begin();
    expect(service.finish(grace, { isBound: true })).toBeUndefined();
    expect(readClaims((await getToken()).body.token).oid).toBe(grace.oid);
    expect(told).toEqual([expect.objectContaining({ ...owner, conversationId: 'a:1' })]);
  });

  it('lists what was offered and not completed', async () => {
    const { body } = await begin();
    expect(service.pending()).toEqual([
      { ...owner, id: expect.any(String), conversationId: 'a:1', exchangeId: expect.any(String) },
    ]);
    expect(body.signInLink).toBe(
      `${service.url}/api/oauth/signin?signin=${service.pending()[0]?.id}`,
    );
    expect(body.tokenExchangeResource).toEqual({
      id: service.pending()[0]?.exchangeId,
      uri: 'api://botid-app',
    });
    service.finish(ada, { userId: owner.userId, isBound: true });
    expect(service.pending()).toEqual([]);
  });

  it.each(['', null, undefined])('offers no silent sign-in to a bot with app id %j', async (id) => {
    const conversation = { channelId: 'c', user: { id: 'u' }, conversation: { id: 'a' } };
    const state = JSON.stringify({ connectionName: 'databricks', conversation, msAppId: id });
    const { status, body } = await call('GET', '/api/botsignin/GetSignInResource', {
      state: Buffer.from(state).toString('base64'),
    });
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('tokenExchangeResource');
  });

  it('leaves the silent sign-in out when told to', async () => {
    service.setSilent(false);
    expect((await begin()).body).not.toHaveProperty('tokenExchangeResource');
  });

  it.each(['', 'nonsense', 'e30=', Buffer.from('[1]').toString('base64')])(
    'refuses the state %j',
    async (state) => {
      expect((await call('GET', '/api/botsignin/GetSignInResource', { state })).status).toBe(400);
    },
  );

  it("trades a client's token for one of the same person", async () => {
    const token = service.ssoTokenFor(grace);
    const { status, body } = await call('POST', '/api/usertoken/exchange', owner, { token });
    expect(status).toBe(200);
    expect(readClaims(body.token).oid).toBe(grace.oid);
    expect(body.token).not.toBe(token);
    expect((await getToken()).body.token).toBe(body.token);
  });

  it.each([undefined, {}, { token: 1 }, { token: 'opaque' }, { token: 'a.e30.b' }])(
    'refuses to trade %j',
    async (body) => {
      expect((await call('POST', '/api/usertoken/exchange', owner, body)).status).toBe(400);
    },
  );

  it('forgets a token that is signed out, and one whose time has come', async () => {
    service.signIn(owner, ada);
    expect((await getToken()).status).toBe(200);
    expect((await call('DELETE', '/api/usertoken/SignOut', owner)).status).toBe(200);
    expect((await getToken()).status).toBe(404);
    service.setLifetime(60_000);
    service.signIn(owner, ada);
    clock.skip(60_000);
    expect((await getToken()).status).toBe(404);
    service.signIn(owner, ada);
    service.expireAll();
    expect((await getToken()).status).toBe(404);
  });

  it('says which connections someone has signed in to', async () => {
    const { userId, channelId } = owner;
    const read = async () =>
      JSON.parse((await call('GET', '/api/usertoken/GetTokenStatus', { userId, channelId })).body);
    expect(await read()).toEqual([]);
    service.signIn(owner, ada);
    service.signIn({ ...owner, userId: '29:grace' }, grace);
    expect(await read()).toMatchObject([{ connectionName: 'databricks', hasToken: true }]);
  });

  it.each(['userId', 'channelId', 'connectionName'])('refuses a call without %s', async (name) => {
    const { [name as keyof typeof owner]: _, ...rest } = owner;
    expect((await call('GET', '/api/usertoken/GetToken', rest)).status).toBe(400);
  });
});

describe('its sign-in page', () => {
  const open = async (method: string, form?: string) => {
    const { body } = await begin();
    const response = await fetch(body.signInLink, { method, ...(form && { body: form }) });
    return { response, text: await response.text() };
  };

  it('shows who can sign in, and then the digits', async () => {
    expect((await open('GET')).text).toContain('Ada Lovelace');
    const { response, text } = await open('POST', `person=${ada.oid}`);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const code = /\d{6}/.exec(text)?.[0];
    expect((await getToken(code)).status).toBe(200);
  });

  it('lets nobody in under a name of their own', async () => {
    expect((await open('POST', 'person=mallory')).response.status).toBe(400);
  });

  it('knows no link but its own', async () => {
    const response = await fetch(`${service.url}/api/oauth/signin?signin=other`);
    expect(response.status).toBe(404);
  });

  it("can't be driven by a foreign page, nor under a foreign name", async () => {
    const { body } = await begin();
    const foreign = await fetch(body.signInLink, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: `person=${ada.oid}`,
    });
    expect(foreign.status).toBe(403);
    expect(await requestAs(body.signInLink, { host: 'evil.example' })).toMatchObject({
      status: 403,
    });
    expect((await getToken()).status).toBe(404);
  });
});
