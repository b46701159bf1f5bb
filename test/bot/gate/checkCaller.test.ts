import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMessagesEndpoint } from '../../../src/bot/endpoints/messagesEndpoint.ts';
import { createServiceUrlCheck } from '../../../src/bot/framework/serviceUrl.ts';
import { createCallerCheck } from '../../../src/bot/gate/checkCaller.ts';
import { createLog } from '../../../src/common/log.ts';
import { type BotCloud, readBotCloud } from '../../../src/config/botCloud.ts';
import type { BotIdentity } from '../../../src/config/botIdentity.ts';
import { readSettings } from '../../../src/config/settings.ts';
import { aMessage } from '../../support/activities.ts';
import { aPost } from '../../support/aPost.ts';
import { aTurnRunner } from '../../support/aTurnRunner.ts';
import { type BotFramework, startBotFramework } from '../../support/botFrameworkDouble.ts';
import { createMovableClock } from '../../support/movableClock.ts';

const appId = '3f1b0f5e-8f0a-4d4c-9a43-0f0b7f1d2c11';
const attacker = '11111111-2222-3333-4444-555555555555';
const serviceUrl = 'https://127.0.0.1/emea/';
const identity: BotIdentity = { kind: 'UserAssignedMSI', appId, tenantId: 'tenant' };

const clock = createMovableClock();

function openEndpoint(who: BotIdentity, cloud: BotCloud) {
  const lines: string[] = [];
  const handled: unknown[] = [];
  const isConnector = createServiceUrlCheck(who, cloud);
  const receive = createMessagesEndpoint({
    runTurn: aTurnRunner(),
    checkCaller: createCallerCheck(who, cloud, isConnector, clock),
    handleActivity: async (activity) => {
      handled.push(activity);
      return undefined;
    },
    clock,
    log: createLog('info', (_level, line) => lines.push(line)),
  });
  return { receive, lines, handled };
}

describe('with an identity', () => {
  let framework: BotFramework;
  let endpoint: ReturnType<typeof openEndpoint>;
  beforeAll(async () => {
    framework = await startBotFramework({ appId, serviceUrl });
  });
  afterAll(() => framework.close());
  beforeEach(() => {
    endpoint = openEndpoint(identity, framework.cloud);
  });

  const post = async (authorization: string | undefined, activity = aMessage({ serviceUrl })) => {
    const headers = authorization === undefined ? {} : { authorization };
    const { status } = await endpoint.receive(aPost(activity, headers));
    return status;
  };
  const bearer = (parts?: Parameters<BotFramework['createToken']>[0]) =>
    `Bearer ${framework.createToken(parts)}`;
  const now = Math.floor(Date.now() / 1000);

  it('accepts a Bot Framework token for this bot and this connector', async () => {
    expect(await post(bearer())).toBe(200);
    expect(endpoint.handled).toHaveLength(1);
  });

  it('accepts a token that expired within the clock tolerance', async () => {
    expect(await post(bearer({ claims: { exp: now - 60 } }))).toBe(200);
  });

  const withoutSignature = () => bearer().replace(/[^.]+$/, '');
  const changed = () => {
    const [header, , signature] = bearer().split('.');
    const [, claims] = framework.createToken({ claims: { extra: 1 } }).split('.');
    return [header, claims, signature].join('.');
  };
  const hmac = () => bearer({ header: { alg: 'HS256' } });
  const tenantIssuer = `https://sts.windows.net/${attacker}/`;

  it.each<[string, () => string | undefined]>([
    ['no token', () => undefined],
    ['an empty header', () => ''],
    ['a header without a token', () => 'Bearer'],
    ['another scheme', () => 'Basic dXNlcjpwYXNz'],
    ['garbage', () => 'Bearer garbage'],
    ['three parts of garbage', () => 'Bearer a.b.c'],
    ['parts that are no objects', () => 'Bearer bnVsbA.bnVsbA.bnVsbA'],
    ['a token without a signature', withoutSignature],
    ['a header part that is no JSON', () => bearer().replace(/ [^.]+/, ' bm9uZQ')],
    ['alg none', () => bearer({ header: { alg: 'none' } })],
    [
      'alg none without a signature',
      () => bearer({ header: { alg: 'none' } }).replace(/[^.]+$/, ''),
    ],
    ['a public key used as a shared secret', hmac],
    ['claims that were changed after signing', changed],
    ['a signature by a key that is not published', () => bearer({ signedBy: 'strangers' })],
    ['no key id', () => bearer({ header: { kid: undefined } })],
    ['another bot as its audience', () => bearer({ claims: { aud: attacker } })],
    ['several audiences', () => bearer({ claims: { aud: [appId, attacker] } })],
    ['another issuer', () => bearer({ claims: { iss: 'https://api.botframework.us' } })],
    ['no issuer', () => bearer({ claims: { iss: undefined } })],
    ['a lifetime that is over', () => bearer({ claims: { exp: now - 3600 } })],
    ['a token that never runs out', () => bearer({ claims: { exp: undefined } })],
    ['a lifetime that has not begun', () => bearer({ claims: { nbf: now + 3600 } })],
    ['another service URL', () => bearer({ claims: { serviceurl: 'https://127.0.0.1/other/' } })],
    ['no service URL', () => bearer({ claims: { serviceurl: undefined } })],
    [
      'an Emulator token of a foreign tenant',
      () => bearer({ claims: { iss: tenantIssuer, tid: attacker, appid: appId, ver: '1.0' } }),
    ],
    ['more than any token has', () => bearer({ claims: { more: 'x'.repeat(10_000) } })],
  ])('%s is refused with 401', async (_what, createHeader) => {
    expect(await post(createHeader())).toBe(401);
    expect(endpoint.handled).toEqual([]);
    expect(endpoint.lines).toHaveLength(1);
    expect(endpoint.lines[0]).toContain('"event":"caller.refused"');
  });

  it.each([
    ['in capitals', appId.toUpperCase()],
    ['as an address', `api://${appId}`],
    ['as the address of single sign-on', `api://botid-${appId}`],
  ])('a token whose audience is the app id %s is let in', async (_how, aud) => {
    expect(await post(bearer({ claims: { aud } }))).toBe(200);
  });

  it('Teams in the US government’s GCC is let in by the public cloud’s tokens', async () => {
    const { connectorHosts } = readBotCloud(readSettings({}));
    endpoint = openEndpoint(identity, { ...framework.cloud, connectorHosts });
    const gcc = 'https://smba.infra.gcc.teams.microsoft.com/teams';
    const authorization = bearer({ claims: { serviceurl: gcc } });
    expect(await post(authorization, aMessage({ serviceUrl: gcc }))).toBe(200);
    const elsewhere = 'https://infra.gcc.teams.microsoft.com/teams';
    expect(await post(authorization, aMessage({ serviceUrl: elsewhere }))).toBe(401);
  });

  it.each([
    ['another app’s', `api://botid-${attacker}`],
    ['one that only begins like it', `api://botid-${appId}/access`],
    ['another kind of address', `https://${appId}`],
    ['an empty one', ''],
  ])('refuses the audience of %s', async (_what, aud) => {
    expect(await post(bearer({ claims: { aud } }))).toBe(401);
  });

  it('a key that says no channel may sign for none', async () => {
    expect(await post(bearer({ signedBy: 'unendorsed' }))).toBe(401);
  });

  it('refuses a token by a key that can’t sign for the channel', async () => {
    const fromWebChat = aMessage({ channelId: 'webchat', serviceUrl });
    expect(await post(bearer({ signedBy: 'teamsOnly' }), fromWebChat)).toBe(401);
    expect(await post(bearer({ signedBy: 'teamsOnly' }))).toBe(200);
  });

  it.each(['emulator', 'skype', 'AseChannel', 'MSTEAMS'])(
    'refuses the channel %s',
    async (channelId) => {
      const activity = { ...aMessage({ serviceUrl }), channelId };
      expect(await post(bearer(), activity)).toBe(401);
      expect(await post(bearer({ signedBy: 'unendorsed' }), activity)).toBe(401);
    },
  );

  it('refuses a connector that the token vouches for but the settings don’t', async () => {
    const elsewhere = 'https://evil.example/';
    const authorization = bearer({ claims: { serviceurl: elsewhere } });
    expect(await post(authorization, aMessage({ serviceUrl: elsewhere }))).toBe(401);
  });

  it('the caller sees none of the SDK’s words', async () => {
    const { body } = await endpoint.receive(
      aPost(aMessage({ serviceUrl }), { authorization: bearer({ signedBy: 'strangers' }) }),
    );
    expect(body).toBe('Only the Bot Framework can call this.');
  });

  it('while the keys are unavailable, the channel is asked to redeliver', async () => {
    const other = await startBotFramework({ appId, serviceUrl });
    try {
      endpoint = openEndpoint(identity, other.cloud);
      const authorization = `Bearer ${other.createToken()}`;
      other.fail(500);
      expect(await post(authorization)).toBe(503);
      expect(endpoint.lines.at(-1)).toContain('"event":"caller.unchecked"');
      other.fail(undefined);
      clock.skip(1_000);
      expect(await post(authorization)).toBe(200);
    } finally {
      await other.close();
    }
  });
});

describe('without an identity', () => {
  const local = 'http://127.0.0.1:5000/';
  const { cloud } = { cloud: { connectorHosts: ['.botframework.com'] } as unknown as BotCloud };
  const post = async (headers: Record<string, string>, url: string, activity = {}) => {
    const endpoint = openEndpoint({ kind: 'none' }, cloud);
    const request = aPost(aMessage({ serviceUrl: local, ...activity }), headers);
    Object.defineProperty(request, 'url', { value: url });
    return (await endpoint.receive(request)).status;
  };

  it.each(['http://127.0.0.1:3978/', 'http://localhost:3978/', 'http://[::1]:3978/'])(
    'lets this machine in at %s',
    async (address) => {
      expect(await post({}, `${address}api/messages`)).toBe(200);
      expect(await post({ origin: address.slice(0, -1) }, `${address}api/messages`)).toBe(200);
    },
  );

  it.each([
    ['another address', {}, 'http://192.168.1.20:3978/', {}],
    ['a name that was bound to this machine', {}, 'http://rebound.example:3978/', {}],
    ['a foreign web page', { origin: 'https://evil.example' }, 'http://localhost:3978/', {}],
    ['a page without an origin', { origin: 'null' }, 'http://localhost:3978/', {}],
    [
      'a connector elsewhere',
      {},
      'http://localhost:3978/',
      { serviceUrl: 'https://smba.trafficmanager.net/emea/' },
    ],
  ])('%s is refused', async (_what, headers: Record<string, string>, url, activity) => {
    expect(await post(headers, url, activity)).toBe(401);
  });
});
