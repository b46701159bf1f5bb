import { randomUUID } from 'node:crypto';
import { AppCredentials, ConnectorClient, type ConnectorFactory } from 'botframework-connector';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBotCredentials } from '../../../src/bot/framework/botCredentials.ts';
import { createConnectorChannel } from '../../../src/bot/framework/connectorChannel.ts';
import { createConnectors } from '../../../src/bot/framework/connectors.ts';
import { createServiceUrlCheck } from '../../../src/bot/framework/serviceUrl.ts';
import { createMessage } from '../../../src/cards/parts/outgoingMessage.ts';
import { readBotCloud } from '../../../src/config/botCloud.ts';
import { readSettings } from '../../../src/config/settings.ts';
import { CourierError } from '../../../src/questions/ports.ts';
import { createManagedIdentity } from '../../../src/secrets/managedIdentity.ts';
import { aPlace } from '../../support/aPlace.ts';
import { closedPort } from '../../support/closedPort.ts';
import { type ScriptedServer, startScriptedServer } from '../../support/scriptedServer.ts';
import { until } from '../../support/until.ts';

const cloud = readBotCloud(readSettings({}));
const noIdentity = { kind: 'none' } as const;

/** A channel for this machine, and the service URLs that it made clients for. */
function openChannel() {
  const credentials = createBotCredentials(noIdentity, cloud, () => {
    throw new Error('no managed identity');
  });
  const isConnector = createServiceUrlCheck(noIdentity, cloud);
  const created: string[] = [];
  const connectors = createConnectors(noIdentity, cloud, credentials);
  const counted = Object.assign(Object.create(connectors) as typeof connectors, {
    create: (serviceUrl: string) => {
      created.push(serviceUrl);
      return connectors.create(serviceUrl);
    },
  });
  return { channel: createConnectorChannel(counted, isConnector), created };
}

describe('the channel', () => {
  let connector: ScriptedServer;
  beforeEach(async () => {
    connector = await startScriptedServer();
    connector.otherwise({ status: 200, body: { id: 'activity' } });
  });
  afterEach(() => connector.close());

  it.each([
    'https://evil.example/',
    'https://smba.trafficmanager.net/emea/',
    'http://10.0.0.1/',
    '',
  ])(
    'sends nothing to a stored service URL like %j that is not the connector’s',
    async (serviceUrl) => {
      const { channel, created } = openChannel();
      const place = aPlace({ serviceUrl });
      for (const send of [
        () => channel.post(place, { text: 'x' }),
        () => channel.update(place, 'id', { text: 'x' }),
        () => channel.readProfile(place),
        () => channel.openChat(place),
      ]) {
        const error = await send().catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(CourierError);
        expect(error).toMatchObject({ kind: 'refused' });
      }
      expect(created).toEqual([]);
    },
  );

  it('asks again before each request, because trust can be withdrawn', async () => {
    let isTrusted = true;
    const credentials = createBotCredentials(noIdentity, cloud, () => {
      throw new Error('no managed identity');
    });
    const connectors = createConnectors(noIdentity, cloud, credentials);
    const channel = createConnectorChannel(connectors, () => isTrusted);
    const place = aPlace({ serviceUrl: connector.url });
    await channel.post(place, { text: 'x' });
    isTrusted = false;
    await expect(channel.post(place, { text: 'x' })).rejects.toMatchObject({ kind: 'refused' });
    expect(connector.requests).toHaveLength(1);
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect to another host (%i)', async (status) => {
    const elsewhere = await startScriptedServer();
    try {
      connector.otherwise({ status, headers: { location: `${elsewhere.url}/steal` } });
      const { channel } = openChannel();
      const place = aPlace({ serviceUrl: connector.url });
      await expect(channel.post(place, { text: 'x' })).rejects.toBeInstanceOf(CourierError);
      await expect(channel.readProfile(place)).rejects.toBeInstanceOf(CourierError);
      await expect(channel.openChat(place)).rejects.toBeInstanceOf(CourierError);
      expect(elsewhere.requests).toEqual([]);
    } finally {
      await elsewhere.close();
    }
  });

  it('sends an entity as a whole, which the published SDK reduces to its type', async () => {
    const { channel } = openChannel();
    const entity = { type: 'https://schema.org/Message', additionalType: ['AIGeneratedContent'] };
    const message = { ...createMessage('teams', [], 'x'), entities: [entity] };
    await channel.post(aPlace({ serviceUrl: connector.url }), message);
    expect(JSON.parse(connector.requests[0]?.body ?? '')).toMatchObject({ entities: [entity] });
  });

  it.each([
    ['seconds', '7', 7_000],
    ['parts of a second', '0.5', 500],
    ['nonsense', 'soon', undefined],
  ])('passes on how long a 429 says to wait, in %s', async (_what, header, retryAfterMs) => {
    connector.otherwise({ status: 429, headers: { 'retry-after': header } });
    const { channel } = openChannel();
    const place = aPlace({ serviceUrl: connector.url });
    for (const send of [
      () => channel.post(place, { text: 'x' }),
      () => channel.update(place, 'id', { text: 'x' }),
      () => channel.readProfile(place),
      () => channel.openChat(place),
    ]) {
      const error = await send().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ kind: 'later', status: 429, retryAfterMs });
    }
    expect(connector.requests).toHaveLength(4);
  });

  it('can send again if nothing was listening', async () => {
    const { channel } = openChannel();
    const place = aPlace({ serviceUrl: `http://127.0.0.1:${await closedPort()}` });
    await expect(channel.post(place, { text: 'x' })).rejects.toMatchObject({ kind: 'later' });
  });

  it('does not know what became of an update or a new message whose reply is lost', async () => {
    connector.otherwise('reset');
    const { channel } = openChannel();
    const place = aPlace({ serviceUrl: connector.url });
    for (const send of [
      () => channel.update(place, 'id', { text: 'x' }),
      () => channel.post(place, { text: 'x' }),
      () => channel.openChat(place),
    ]) {
      await expect(send()).rejects.toMatchObject({ kind: 'unsure' });
    }
    expect(connector.requests).toHaveLength(3);
  });

  it('opens the personal chat with a person of a thread, in their tenant, without a word in it', async () => {
    connector.otherwise({ status: 201, body: { id: 'a:own' } });
    const { channel } = openChannel();
    const bot = { id: '28:bot', name: 'Genie' };
    const user = { id: '29:ada', name: 'Ada', aadObjectId: 'ada' };
    const tenantId = 'tenant';
    const chat = await channel.openChat(
      aPlace({
        channelId: 'msteams',
        serviceUrl: connector.url,
        conversation: { id: '19:x;messageid=1', conversationType: 'channel', tenantId },
        teamId: '19:team',
        user,
        bot,
        locale: 'de-DE',
      }),
    );
    expect(connector.requests[0]).toMatchObject({ method: 'POST', url: '/v3/conversations' });
    expect(JSON.parse(connector.requests[0]?.body ?? '')).toEqual({
      isGroup: false,
      bot,
      members: [user],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    });
    expect(chat).toEqual({
      channelId: 'msteams',
      serviceUrl: connector.url,
      conversation: { id: 'a:own', conversationType: 'personal', tenantId },
      user,
      bot,
      locale: 'de-DE',
    });
  });

  it('takes a chat without an id for one that might be open', async () => {
    connector.otherwise({ status: 200, body: {} });
    const { channel } = openChannel();
    const opening = channel.openChat(aPlace({ serviceUrl: connector.url }));
    await expect(opening).rejects.toMatchObject({ kind: 'unsure' });
  });

  it.each([
    ['without a body', { status: 204 }],
    ['with a body that it can’t read', { status: 200, body: '{broken' }],
  ])('takes an update as done that is confirmed %s', async (_what, reply) => {
    connector.otherwise({ ...reply, headers: { 'content-type': 'application/json' } });
    const { channel } = openChannel();
    const place = aPlace({ serviceUrl: connector.url });
    await expect(channel.update(place, 'id', { text: 'x' })).resolves.toBeUndefined();
  });

  it.each([
    ['BotDisabledByAdmin', 'refused'],
    ['ServiceError', 'later'],
  ])('reads the error code in the body of a 403: %s', async (code, kind) => {
    connector.otherwise({ status: 403, body: { error: { code, message: 'Unknown' } } });
    const { channel } = openChannel();
    const place = aPlace({ serviceUrl: connector.url });
    const error = await channel.post(place, { text: 'x' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind, message: expect.stringContaining(code) });
  });

  it('keeps clients only for the service URLs that were used last', async () => {
    const { channel, created } = openChannel();
    const post = (path: string) =>
      channel.post(aPlace({ serviceUrl: `${connector.url}/${path}/` }), { text: 'x' });
    await post('first');
    for (let index = 0; index < 49; index++) await post(`other-${index}`);
    await post('first');
    await post('one-more');
    expect(created).toHaveLength(51);
    await post('first');
    expect(created).toHaveLength(51);
    await post('other-0');
    expect(created).toHaveLength(52);
  });
});

/** What a login server gives out: a new token each time it is asked. */
class CountedTokens extends AppCredentials {
  count = 0;

  constructor() {
    super(randomUUID());
  }

  async refreshToken() {
    this.count += 1;
    return { accessToken: `token-${this.count}`, expiresOn: new Date(Date.now() + 3_600_000) };
  }
}

describe('a token that the channel refuses', () => {
  let connector: ScriptedServer;
  let tokens: CountedTokens;
  let channel: ReturnType<typeof createConnectorChannel>;
  beforeEach(async () => {
    connector = await startScriptedServer();
    tokens = new CountedTokens();
    const create = async (baseUri: string) => new ConnectorClient(tokens, { baseUri });
    channel = createConnectorChannel({ create } as ConnectorFactory, () => true);
  });
  afterEach(() => connector.close());

  const post = () => channel.post(aPlace({ serviceUrl: connector.url }), { text: 'x' });
  const used = () => connector.requests.map(({ headers }) => headers.authorization);

  it('is replaced, and the message sent again with the new one at once', async () => {
    connector.next({ status: 401 });
    connector.otherwise({ status: 200, body: { id: 'activity' } });
    expect(await post()).toBe('activity');
    await post();
    expect(used()).toEqual(['Bearer token-1', 'Bearer token-2', 'Bearer token-2']);
  });

  it('is replaced once for each message: what is refused then can be sent later', async () => {
    connector.otherwise({ status: 401 });
    await expect(post()).rejects.toMatchObject({ kind: 'later', status: 401 });
    await expect(post()).rejects.toMatchObject({ kind: 'later', status: 401 });
    expect(connector.requests).toHaveLength(4);
    expect(tokens.count).toBe(3);
  });
});

describe('the channel of a bot with a managed identity', () => {
  let connector: ScriptedServer;
  let login: ScriptedServer;
  // The identity library reads once in a process where its endpoint is.
  beforeAll(async () => {
    login = await startScriptedServer();
    vi.stubEnv('IDENTITY_ENDPOINT', `${login.url}/identity`);
    vi.stubEnv('IDENTITY_HEADER', 'header');
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await login.close();
  });
  beforeEach(async () => {
    connector = await startScriptedServer();
    connector.otherwise({ status: 200, body: { id: 'activity' } });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await connector.close();
  });

  /** Another bot each time: the SDK keeps tokens for the whole process. */
  function openOwn() {
    const identity = { kind: 'UserAssignedMSI', appId: randomUUID(), tenantId: 'tenant' } as const;
    const credentials = createBotCredentials(identity, cloud, createManagedIdentity);
    const connectors = createConnectors(identity, cloud, credentials);
    return createConnectorChannel(connectors, () => true);
  }
  const giveToken = () =>
    login.otherwise({
      body: {
        access_token: 'the-token',
        expires_on: Math.floor(Date.now() / 1000) + 3600,
        token_type: 'Bearer',
      },
    });
  const post = (channel: ReturnType<typeof openOwn>) =>
    channel.post(aPlace({ serviceUrl: connector.url }), { text: 'x' });

  it('says that nothing was sent while its token is refused, and sends once there is one', async () => {
    const channel = openOwn();
    login.otherwise({ status: 400, body: { error: 'invalid_request' } });
    await expect(post(channel)).rejects.toMatchObject({ kind: 'later', status: undefined });
    expect(connector.requests).toEqual([]);
    giveToken();
    expect(await post(channel)).toBe('activity');
    expect(connector.requests[0]?.headers.authorization).toBe('Bearer the-token');
  });

  it('waits no longer than five seconds for its token', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    login.otherwise('hang');
    const before = login.requests.length;
    const sent = post(openOwn()).catch((error: unknown) => error);
    let isOver = false;
    void sent.then(() => {
      isOver = true;
    });
    await until(() => login.requests.length > before);
    await vi.advanceTimersByTimeAsync(4_900);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(await sent).toMatchObject({ kind: 'later' });
    expect(connector.requests).toEqual([]);
  });

  it('asks for its token once, however much it sends', async () => {
    giveToken();
    const before = login.requests.length;
    const channel = openOwn();
    await Promise.all([post(channel), post(channel)]);
    await post(channel);
    expect(connector.requests).toHaveLength(3);
    expect(login.requests).toHaveLength(before + 1);
  });
});
