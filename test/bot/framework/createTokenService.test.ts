import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBotCredentials } from '../../../src/bot/framework/botCredentials.ts';
import { createTokenService } from '../../../src/bot/framework/createTokenService.ts';
import { AppError } from '../../../src/common/errors.ts';
import { readBotCloud } from '../../../src/config/botCloud.ts';
import type { BotIdentity } from '../../../src/config/botIdentity.ts';
import { readSettings } from '../../../src/config/settings.ts';
import { readClaims } from '../../../src/signIn/readClaims.ts';
import type { TokenService } from '../../../src/signIn/tokenService.ts';
import { aPlace } from '../../support/aPlace.ts';
import { closedPort } from '../../support/closedPort.ts';
import type { Fault } from '../../support/connectorFaults.ts';
import { startScriptedServer } from '../../support/scriptedServer.ts';
import {
  ada,
  grace,
  hang,
  hugo,
  startTokenService,
  type TokenServiceDouble,
} from '../../support/tokenServiceDouble.ts';

const userId = '29:1a2b3c4d5e6f-ada';
const owner = { userId, channelId: 'msteams' };
const kept = { ...owner, connectionName: 'databricks' };
const place = aPlace({
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: 't' },
  user: { id: userId, name: 'Ada', aadObjectId: ada.oid },
  bot: { id: '28:app' },
  activityId: 'f:1',
  locale: 'de-DE',
});
const cloud = readBotCloud(readSettings({}));
const noIdentity: BotIdentity = { kind: 'none' };
/** With an id of its own: the SDK keeps the tokens of an app for all its clients. */
const managed = (): BotIdentity => ({
  kind: 'UserAssignedMSI',
  appId: randomUUID(),
  tenantId: 'tenant-id',
});

let double: TokenServiceDouble;
let service: TokenService;

beforeEach(async () => {
  double = await startTokenService();
  service = open({});
});
afterEach(() => double.close());

interface Opened {
  identity?: BotIdentity;
  url?: string;
  limitMs?: number;
  getBotToken?: () => Promise<unknown>;
}

function open({ identity = noIdentity, url = double.url, limitMs, getBotToken }: Opened) {
  const issueBotToken = async () => ({
    token: 'the-bots-own',
    expiresOnTimestamp: Date.now() + 3_600_000,
  });
  const credentials = createBotCredentials(identity, cloud, () => ({
    getToken: getBotToken ?? issueBotToken,
  }));
  return createTokenService({
    identity,
    cloud,
    credentials,
    connectionName: 'databricks',
    url,
    ...(limitMs !== undefined && { limitMs }),
  });
}

/** Each call, by the path that it takes. */
const calls: Record<string, (to: TokenService) => Promise<unknown>> = {
  GetToken: (to) => to.getToken(owner),
  'GetToken with a code': (to) => to.getToken(owner, '123456'),
  GetSignInResource: (to) => to.getSignInLink(place),
  exchange: (to) => to.exchange(owner, double.ssoTokenFor(ada)),
  SignOut: (to) => to.signOut(owner),
};
const names = Object.keys(calls);
const errorBody = { error: { code: 'SomeCode', message: 'Some words.' } };

async function failureOf(work: Promise<unknown> | undefined): Promise<AppError> {
  const error = await work?.then(
    (value) => expect.fail(`It should have failed, but gave ${JSON.stringify(value)}`),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
}

async function expectUnavailable(work: Promise<unknown> | undefined): Promise<AppError> {
  const error = await failureOf(work);
  expect(error.code).toBe('sign-in-unavailable');
  return error;
}

describe('the token that the service keeps', () => {
  it('is none before a sign-in', async () => {
    expect(await service.getToken(owner)).toBeUndefined();
    expect(double.requests).toEqual([
      {
        method: 'GET',
        path: '/api/usertoken/GetToken',
        query: { userId, connectionName: 'databricks', channelId: 'msteams' },
        authorization: undefined,
      },
    ]);
  });

  it('comes with the end of its life', async () => {
    double.signIn(kept, ada);
    const issued = await service.getToken(owner);
    expect(readClaims(issued?.token ?? '').oid).toBe(ada.oid);
    expect(issued?.expiresAt).toBe(readClaims(issued?.token ?? '').expiresAt);
    expect(issued?.expiresAt).toBeGreaterThan(Date.now());
  });

  it('is completed by the six digits', async () => {
    await service.getSignInLink(place);
    const code = double.finish(ada);
    expect(await service.getToken(owner)).toBeUndefined();
    expect(readClaims((await service.getToken(owner, code))?.token ?? '').oid).toBe(ada.oid);
    expect(double.requests.at(-1)?.query).toMatchObject({ code });
  });

  it.each(['', 'x'.repeat(65)])(
    'is not asked for with a code that is none: case %#',
    async (code) => {
      double.signIn(kept, ada);
      expect(await service.getToken(owner, code)).toBeUndefined();
      expect(double.requests).toEqual([]);
    },
  );

  it.each<[string, Fault]>([
    ['nothing', { status: 404 }],
    ['JSON', { status: 404, body: errorBody }],
    ['JSON that looks like a token', { status: 404, body: { token: 'x' } }],
    ['HTML', { status: 404, body: '<html><body>Not found</body></html>' }],
    [
      'text called JSON',
      { status: 404, body: 'no', headers: { 'content-type': 'application/json' } },
    ],
  ])('is none where a 404 has %s', async (_what, fault) => {
    double.faults.next({ path: 'GetToken' }, fault);
    expect(await service.getToken(owner)).toBeUndefined();
    expect(double.requests).toHaveLength(1);
  });

  it.each([
    ['the token’s own', 'a.eyJleHAiOjE3OTUwMDM2MDB9.c', '2030-01-01T00:00:00Z', 1_795_003_600_000],
    ['the service’s', 'opaque', '2030-01-01T00:00:00Z', Date.UTC(2030, 0, 1)],
    [
      'the service’s, with seven digits',
      'opaque',
      '2030-01-01T00:00:00.0000000Z',
      Date.UTC(2030, 0, 1),
    ],
    ['unknown', 'opaque', undefined, undefined],
    ['unknown', 'opaque', 'soon', undefined],
    ['unknown', 'opaque', 7, undefined],
    ['unknown', 'opaque', null, undefined],
  ])('ends at a time that is %s', async (_whose, token, expiration, expiresAt) => {
    double.faults.next({}, { status: 200, body: { token, expiration } });
    expect(await service.getToken(owner)).toEqual({ token, expiresAt });
  });
});

describe('a sign-in link', () => {
  it('is asked for with all that the service has to know', async () => {
    await service.getSignInLink(place);
    const [{ method, path, query }] = double.requests as [(typeof double.requests)[number]];
    expect([method, path]).toEqual(['GET', '/api/botsignin/GetSignInResource']);
    const state = JSON.parse(Buffer.from(query['state'] ?? '', 'base64').toString());
    expect(state).toEqual({
      connectionName: 'databricks',
      conversation: {
        activityId: 'f:1',
        bot: place.bot,
        channelId: 'msteams',
        conversation: place.conversation,
        locale: 'de-DE',
        serviceUrl: place.serviceUrl,
        user: place.user,
      },
      msAppId: 'local-bot',
    });
  });

  it('names the bot’s own app', async () => {
    const identity = managed();
    const appId = 'appId' in identity ? identity.appId : '';
    const link = await open({ identity }).getSignInLink(place);
    const state = Buffer.from(double.requests[0]?.query['state'] ?? '', 'base64').toString();
    expect(JSON.parse(state).msAppId).toBe(appId);
    expect(link.tokenExchangeResource?.uri).toBe(`api://botid-${appId}`);
  });

  it('comes with what a silent sign-in needs', async () => {
    const [signIn] = [await service.getSignInLink(place), double.pending()[0]];
    const { id, exchangeId } = double.pending()[0] ?? {};
    expect(signIn).toEqual({
      signInLink: `${double.url}/api/oauth/signin?signin=${id}`,
      tokenExchangeResource: { id: exchangeId, uri: 'api://botid-local-bot' },
      tokenPostResource: { sasUrl: expect.stringContaining(`${double.url}/api/sas/postToken`) },
    });
  });

  it('has no such part, rather than null, where there is none', async () => {
    double.setSilent(false);
    expect(await service.getSignInLink(place)).not.toHaveProperty('tokenExchangeResource');
  });

  const signInLink = 'https://token.botframework.com/api/oauth/signin?signin=0a1b';
  it.each([
    { tokenExchangeResource: null, tokenPostResource: null },
    { tokenExchangeResource: {}, tokenPostResource: {} },
    { tokenExchangeResource: { id: 'i' } },
    { tokenExchangeResource: { id: 'i', uri: null } },
    { tokenExchangeResource: { id: '', uri: 'u' } },
    { tokenExchangeResource: { id: 'i', uri: 'u'.repeat(2_049) } },
    { tokenPostResource: { sasUrl: 'ftp://host.example/' } },
    { tokenPostResource: { sasUrl: 7 } },
  ])('is without what is absent or odd: %j', async (parts) => {
    double.faults.next({}, { status: 200, body: { signInLink, ...parts } });
    expect(await service.getSignInLink(place)).toEqual({ signInLink });
  });

  it('keeps the provider, if there is one', async () => {
    const tokenExchangeResource = { id: 'i', uri: 'u', providerId: 'p' };
    double.faults.next({}, { status: 200, body: { signInLink, tokenExchangeResource } });
    double.faults.next(
      {},
      {
        status: 200,
        body: { signInLink, tokenExchangeResource: { ...tokenExchangeResource, providerId: null } },
      },
    );
    expect(await service.getSignInLink(place)).toEqual({ signInLink, tokenExchangeResource });
    const { providerId: _, ...rest } = tokenExchangeResource;
    expect((await service.getSignInLink(place)).tokenExchangeResource).toEqual(rest);
  });

  it.each([
    undefined,
    null,
    7,
    '',
    'signin',
    'javascript:alert(1)',
    'http://token.example/signin',
    `https://token.example/${'x'.repeat(4_096)}`,
  ])('is none that people could click safely: %j', async (link) => {
    double.faults.next({}, { status: 200, body: { signInLink: link } });
    await expectUnavailable(service.getSignInLink(place));
  });
});

describe('an exchange', () => {
  it('trades a client’s token, which the service keeps from then on', async () => {
    const token = double.ssoTokenFor(grace);
    const issued = await service.exchange(owner, token);
    expect(issued).toEqual(await service.getToken(owner));
    expect(readClaims('token' in issued ? issued.token : '').oid).toBe(grace.oid);
    const [{ method, path, query }] = double.requests as [(typeof double.requests)[number]];
    expect([method, path]).toEqual(['POST', '/api/usertoken/exchange']);
    expect(query).toEqual({ userId, connectionName: 'databricks', channelId: 'msteams' });
    expect(JSON.stringify(double.requests)).not.toContain(token);
  });

  it.each([400, 404, 409, 412])('can be refused with %i', async (status) => {
    double.faults.next({}, { status, body: errorBody });
    expect(await service.exchange(owner, double.ssoTokenFor(ada))).toEqual({
      refusal: `The token service answered ${status} to exchange: SomeCode: Some words.`,
    });
    expect(double.requests).toHaveLength(1);
  });

  it.each<[string, Fault]>([
    ['nothing', {}],
    ['HTML', { body: '<html>Precondition failed</html>' }],
    ['a token', { body: { token: 'secret-of-another' } }],
    ['an odd error', { body: { error: 'text' } }],
    ['numbers', { body: { error: { code: 7, message: [] } } }],
  ])('can be refused with %s', async (_what, fault) => {
    double.faults.next({}, { status: 412, ...fault });
    expect(await service.exchange(owner, double.ssoTokenFor(ada))).toEqual({
      refusal: 'The token service answered 412 to exchange',
    });
  });

  it('is refused in few words, without the token or whose it is', async () => {
    const token = double.ssoTokenFor(ada);
    const message = `${token} of ${userId} (${encodeURIComponent(userId)}, ada@example.com) ${'x '.repeat(400)}`;
    double.faults.next({}, { status: 400, body: { error: { code: 'BadRequest', message } } });
    const answer = await service.exchange(owner, token);
    const refusal = 'refusal' in answer ? answer.refusal : '';
    expect(refusal).toMatch(/^The token service answered 400 to exchange: BadRequest: /);
    expect(refusal.length).toBeLessThanOrEqual(200);
    for (const secret of [token, userId, encodeURIComponent(userId), 'ada@']) {
      expect(refusal).not.toContain(secret);
    }
  });

  it.each(['', 'two words', 'line\nend', 'ümlaut', 'x'.repeat(16_385)])(
    'takes nothing that can’t be a token: case %#',
    async (token) => {
      expect(await service.exchange(owner, token)).toEqual({ refusal: expect.any(String) });
      expect(double.requests).toEqual([]);
    },
  );
});

describe('three people at once', () => {
  it('get each their own token, whatever their digits', async () => {
    const people = [ada, grace, hugo];
    const ownerOf = ({ name }: (typeof people)[number]) => ({ ...owner, userId: `29:${name}` });
    await Promise.all(
      people.map((one) => service.getSignInLink({ ...place, user: { id: ownerOf(one).userId } })),
    );
    const codes = people.map((one) => double.finish(one, { userId: ownerOf(one).userId }));
    const issued = await Promise.all(
      people.map((one, index) => service.getToken(ownerOf(one), codes[index])),
    );
    const oids = issued.map((each) => readClaims(each?.token ?? '').oid);
    expect(oids).toEqual(people.map(({ oid }) => oid));
    await service.signOut(ownerOf(grace));
    const left = await Promise.all(people.map((one) => service.getToken(ownerOf(one))));
    expect(left).toEqual([issued[0], undefined, issued[2]]);
  });
});

describe('a sign-out', () => {
  it('ends the token', async () => {
    double.signIn(kept, ada);
    await service.signOut(owner);
    expect(await service.getToken(owner)).toBeUndefined();
    expect(double.requests[0]).toMatchObject({
      method: 'DELETE',
      path: '/api/usertoken/SignOut',
      query: { userId, connectionName: 'databricks', channelId: 'msteams' },
    });
  });

  it.each<Fault>([{ status: 204 }, { status: 200, body: {} }, { status: 404, body: errorBody }])(
    'is done with %j',
    async (fault) => {
      double.faults.next({}, fault);
      await service.signOut(owner);
    },
  );
});

describe.each(names)('%s', (name) => {
  const send = (to = service) => calls[name]?.(to);
  const has404 = name.startsWith('GetToken') || name === 'SignOut';
  const refused = name === 'exchange' ? [400, 404, 409, 412] : [];
  const statuses = [400, 401, 403, 404, 405, 409, 412, 429, 500, 501, 502, 503, 504].filter(
    (status) => !refused.includes(status) && !(status === 404 && has404),
  );

  it.each(statuses)('fails with %i, and is not repeated', async (status) => {
    double.faults.next({}, { status, body: errorBody, headers: { 'retry-after': '0' } });
    const { message } = await expectUnavailable(send());
    expect(message).toContain(`answered ${status} to `);
    expect(message).toContain('SomeCode: Some words.');
    expect(double.requests).toHaveLength(1);
  });

  it.each([301, 302, 307, 308])('follows no redirect (%i)', async (status) => {
    await using elsewhere = await startScriptedServer();
    elsewhere.otherwise({ body: { token: 'stolen', signInLink: 'https://evil.example/' } });
    for (const location of [`${elsewhere.url}/steal`, `${double.url}/api/usertoken/GetToken`]) {
      double.faults.next({}, { status, headers: { location } });
      await expectUnavailable(send());
    }
    expect(elsewhere.requests).toEqual([]);
    expect(double.requests).toHaveLength(2);
  });

  it('fails where the connection breaks, and is not repeated', async () => {
    double.faults.next({}, { drop: true });
    await expectUnavailable(send());
    expect(double.requests).toHaveLength(1);
  });

  it('fails where nothing listens', async () => {
    const nowhere = open({ url: `http://127.0.0.1:${await closedPort()}` });
    const { message } = await expectUnavailable(send(nowhere));
    expect(message).toMatch(/\(ECONNREFUSED\)$/);
  });

  it('gives up when its time is over', async () => {
    double.faults.next({}, hang);
    const { message } = await expectUnavailable(send(open({ limitMs: 60 })));
    expect(message).toMatch(/\((?:Timeout|Abort)Error\)$|\(ABORT_ERR\)$/);
    expect(double.requests).toHaveLength(1);
  });

  it('gives up on an answer that never ends', async () => {
    await using endless = await startScriptedServer();
    endless.otherwise((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"token":');
    });
    await expectUnavailable(send(open({ url: endless.url, limitMs: 60 })));
  });

  it('says neither a token nor whose it is, in no failure', async () => {
    const token = double.ssoTokenFor(ada);
    const secret = `${token} ${userId} ${encodeURIComponent(userId)} ada@example.com`;
    const faults: Fault[] = [
      { status: 503, body: { error: { code: secret, message: secret } } },
      { status: 403, body: `<html>${secret}</html>` },
      { status: 200, body: { error: { code: 'x', message: secret } } },
      { status: 200, body: secret, headers: { 'content-type': 'application/json' } },
      { drop: true },
    ];
    for (const fault of faults) {
      double.faults.next({}, fault);
      const error: unknown = await send()?.catch((thrown: unknown) => thrown);
      // A sign-out doesn't look at what a success says.
      if (name === 'SignOut' && !(error instanceof AppError)) continue;
      expect(error).toBeInstanceOf(AppError);
      const { message, stack, cause } = error as AppError;
      const said = [message, stack, cause].join(' ');
      for (const part of [token, userId, encodeURIComponent(userId), 'ada@']) {
        expect(said).not.toContain(part);
      }
    }
  });

  it('shows the bot’s own token, if it has one', async () => {
    await send(open({ identity: managed() }))?.catch(() => undefined);
    expect(double.requests.at(-1)?.authorization).toBe('Bearer the-bots-own');
    await send()?.catch(() => undefined);
    expect(double.requests.at(-1)?.authorization).toBeUndefined();
  });

  it('fails where the bot gets no token of its own, and sends nothing', async () => {
    const getBotToken = () => Promise.reject(new Error('no identity here'));
    const error = await expectUnavailable(send(open({ identity: managed(), getBotToken })));
    expect(error.message).toContain('its own token');
    expect(double.requests).toEqual([]);
  });

  it('waits no longer for that token than for the rest', async () => {
    const getBotToken = () => new Promise(() => {});
    await expectUnavailable(send(open({ identity: managed(), getBotToken, limitMs: 60 })));
    expect(double.requests).toEqual([]);
  });
});

describe.each(names.filter((name) => name !== 'SignOut'))('%s', (name) => {
  it.each<[string, Fault]>([
    ['nothing', { status: 200 }],
    ['HTML', { status: 200, body: '<html><title>Sign in</title></html>' }],
    [
      'broken JSON',
      { status: 200, body: '{"tok', headers: { 'content-type': 'application/json' } },
    ],
    ['an empty object', { status: 200, body: {} }],
    ['null', { status: 200, body: null }],
    ['a list', { status: 200, body: [] }],
    ['a number', { status: 200, body: 7 }],
    ['an error', { status: 200, body: errorBody }],
    ['a token that is empty', { status: 200, body: { token: '' } }],
    ['a token that is null', { status: 200, body: { token: null } }],
    ['a token that is a number', { status: 200, body: { token: 7 } }],
    ['a token with a line end', { status: 200, body: { token: 'a\r\nb: c' } }],
    ['a token that no request could carry', { status: 200, body: { token: 'x'.repeat(20_000) } }],
    [
      'an endless text',
      {
        status: 200,
        body: { token: 'x', signInLink: 'https://a.example', more: 'x'.repeat(70_000) },
      },
    ],
  ])('makes no sense of %s', async (_what, fault) => {
    double.faults.next({}, fault);
    await expectUnavailable(calls[name]?.(service));
    expect(double.requests).toHaveLength(1);
  });
});

describe('the bot’s own token', () => {
  it('is another one after the service refused it, but the call is not repeated', async () => {
    let issued = 0;
    const getBotToken = async () => {
      issued += 1;
      return { token: `bot-token-${issued}`, expiresOnTimestamp: Date.now() + 3_600_000 };
    };
    const managedService = open({ identity: managed(), getBotToken });
    double.faults.next({}, { status: 401 });
    await expectUnavailable(managedService.getToken(owner));
    expect(double.requests).toHaveLength(1);
    await managedService.getToken(owner);
    const shown = double.requests.map(({ authorization }) => authorization);
    expect(shown).toEqual(['Bearer bot-token-1', 'Bearer bot-token-2']);
  });
});

describe('the address of the service', () => {
  it('is the cloud’s, unless another is given', async () => {
    const there = { ...cloud, tokenServiceUrl: double.url };
    const credentials = createBotCredentials(noIdentity, there, () => {
      throw new Error('no managed identity');
    });
    const options = {
      identity: noIdentity,
      cloud: there,
      credentials,
      connectionName: 'databricks',
    };
    await createTokenService(options).getToken(owner);
    expect(double.requests).toHaveLength(1);
  });

  it('can end with a slash', async () => {
    await open({ url: `${double.url}/` }).getToken(owner);
    expect(double.requests[0]?.path).toBe('/api/usertoken/GetToken');
  });

  it.each([
    ['https://botframework.com', 'https://api.botframework.com'],
    ['https://botframework.azure.us', 'https://api.botframework.azure.us'],
    ['https://botframework.azure.cn', 'https://token.botframework.azure.cn'],
  ])('is of the cloud %s', (ChannelService, url) => {
    expect(readBotCloud(readSettings({ ChannelService })).tokenServiceUrl).toBe(url);
  });
});
