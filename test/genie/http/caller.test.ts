import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/common/log.ts';
import type { GenieClient } from '../../../src/genie/genieClient.ts';
import type { TokenSource } from '../../../src/genie/tokenSource.ts';
import { closedPort } from '../../support/closedPort.ts';
import { type ScriptedServer, startScriptedServer } from '../../support/scriptedServer.ts';
import { createTestClient, ids } from '../testClient.ts';

let genie: ScriptedServer;

beforeEach(async () => {
  genie = await startScriptedServer();
});

afterEach(() => genie.close());

const message = { message_id: 'msg1', status: 'COMPLETED' };
const ok = { body: message };
const busy = { status: 429, body: { error_code: 'REQUEST_LIMIT_EXCEEDED', message: 'slow down' } };
const down = { status: 503, body: 'No webapps are available to handle your request' };

const asking: [string, (client: GenieClient) => Promise<unknown>][] = [
  ['startConversation', (client) => client.startConversation('space1', 'how many orders?')],
  ['sendMessage', (client) => client.sendMessage('space1', 'conv1', 'how many orders?')],
];

const repeatable: [string, (client: GenieClient) => Promise<unknown>][] = [
  ['getMessage', (client) => client.getMessage(ids)],
  ['executeQuery', (client) => client.executeQuery(ids, 'att1')],
  ['sendFeedback', (client) => client.sendFeedback(ids, 'POSITIVE')],
  ['deleteMessage', (client) => client.deleteMessage(ids)],
];

describe.each(asking)('%s, which must not ask twice,', (_name, ask) => {
  it.each([
    ['a 503', down, 'genie-unavailable'],
    ['a reset', 'reset', 'genie-unreachable'],
    ['an answer that is no JSON', { body: '<html>' }, 'genie-bad-response'],
  ] as const)(
    'sends one request if it meets %s, and can’t tell what happened',
    async (_what, met, code) => {
      genie.next(met, ok);
      const { client } = createTestClient(genie.url);
      await expect(ask(client)).rejects.toMatchObject({ code, details: { acted: 'maybe' } });
      expect(genie.requests).toHaveLength(1);
    },
  );

  it('sends one request if it times out, and can’t tell what happened', async () => {
    genie.next('hang', ok);
    const { client } = createTestClient(genie.url, { timeoutMs: 50 });
    const failure = { code: 'genie-timeout', details: { acted: 'maybe' } };
    await expect(ask(client)).rejects.toMatchObject(failure);
    expect(genie.requests).toHaveLength(1);
  });

  it('leaves a 429 to its caller, with the wait that Genie asked for', async () => {
    genie.next({ ...busy, headers: { 'retry-after': '17' } }, ok);
    const { client, clock } = createTestClient(genie.url);
    await expect(ask(client)).rejects.toMatchObject({
      code: 'genie-throttled',
      details: { acted: 'no', status: 429, retryAfterMs: 17_000 },
    });
    expect(genie.requests).toHaveLength(1);
    expect(clock.sleeps).toEqual([]);
  });

  it('tries again if the connection is refused, and knows that nothing was sent', async () => {
    const { client, clock } = createTestClient(`http://127.0.0.1:${await closedPort()}`);
    const failure = { code: 'genie-unreachable', details: { acted: 'no' } };
    await expect(ask(client)).rejects.toMatchObject(failure);
    expect(clock.sleeps).toHaveLength(3);
  });

  it.each([
    ['a 401', { status: 401 }],
    ['a sign-in page', { status: 302, headers: { location: '/login.html' } }],
  ])(
    'sends the question again with a new token after %s, which was certainly not acted on',
    async (_what, met) => {
      genie.next(met, { body: { ...message, conversation_id: 'conv1' } });
      const { client } = createTestClient(genie.url, { tokens: rotatingTokens('old', 'new') });
      await ask(client);
      expect(tokensSeen()).toEqual(['Bearer old', 'Bearer new']);
    },
  );
});

describe.each(repeatable)('%s', (_name, call) => {
  it.each([
    ['a 429', busy],
    ['a 503', down],
    [
      'a 500 with an empty message',
      { status: 500, body: { error_code: 'INTERNAL_ERROR', message: '' } },
    ],
    ['a reset', 'reset'],
  ] as const)('is repeated after %s', async (_what, met) => {
    genie.next(met, ok);
    const { client, clock } = createTestClient(genie.url);
    await call(client);
    expect(genie.requests).toHaveLength(2);
    expect(clock.sleeps).toHaveLength(1);
  });

  it('gives up after the policy’s retries', async () => {
    genie.otherwise(down);
    const { client } = createTestClient(genie.url, { retries: 2 });
    await expect(call(client)).rejects.toMatchObject({ code: 'genie-unavailable' });
    expect(genie.requests).toHaveLength(3);
  });
});

describe('waiting', () => {
  it('a 429 without Retry-After waits the initial backoff', async () => {
    genie.next(busy, ok);
    const { client, clock } = createTestClient(genie.url);
    await client.getMessage(ids);
    expect(clock.sleeps[0]).toBeGreaterThanOrEqual(1000);
    expect(clock.sleeps[0]).toBeLessThanOrEqual(1100);
  });

  it('a 409 is repeated, because the conversation will be free again', async () => {
    genie.next({ status: 409 }, ok);
    const { client } = createTestClient(genie.url);
    await client.getMessage(ids);
    expect(genie.requests).toHaveLength(2);
  });

  it('a 503 with Retry-After waits at least that long', async () => {
    genie.next({ ...down, headers: { 'retry-after': '9' } }, ok);
    const { client, clock } = createTestClient(genie.url);
    await client.getMessage(ids);
    expect(clock.sleeps[0]).toBeGreaterThanOrEqual(9000);
    expect(clock.sleeps[0]).toBeLessThanOrEqual(9900);
  });

  it.each([400, 403, 404])('a %i is not repeated', async (status) => {
    genie.next({ status }, ok);
    const { client } = createTestClient(genie.url);
    await expect(client.getMessage(ids)).rejects.toMatchObject({
      details: { status, acted: 'no' },
    });
    expect(genie.requests).toHaveLength(1);
  });

  it('a call that times out is repeated', async () => {
    genie.next('hang', ok);
    const { client } = createTestClient(genie.url, { timeoutMs: 50 });
    await client.getMessage(ids);
    expect(genie.requests).toHaveLength(2);
  });
});

it('a retry is logged with its reason, and without the question or the answer', async () => {
  genie.next({ ...down, body: 'echo: POSITIVE, too slow' }, ok);
  const lines: string[] = [];
  const { client } = createTestClient(genie.url, {
    log: createLog('info', (_level, line) => lines.push(line)),
  });
  await client.sendFeedback(ids, 'POSITIVE', 'too slow');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'warn',
    event: 'genie.retry',
    method: 'POST',
    code: 'genie-unavailable',
    attempt: 1,
    waitMs: expect.any(Number),
  });
  expect(lines[0]).not.toContain('too slow');
});

describe('tokens', () => {
  it.each([
    ['a 401', { status: 401, body: { error_code: 401, message: 'Credential was not sent' } }],
    [
      'a 403 for an invalid token',
      { status: 403, body: { message: 'Invalid access token. [ReqId: 1]' } },
    ],
  ])('after %s the token is looked up again', async (_what, refusal) => {
    genie.next(refusal, ok);
    const { client } = createTestClient(genie.url, { tokens: rotatingTokens('old', 'new') });
    expect(await client.getMessage(ids)).toMatchObject({ status: 'COMPLETED' });
    expect(tokensSeen()).toEqual(['Bearer old', 'Bearer new']);
  });

  it('a second refusal is final', async () => {
    genie.otherwise({ status: 401 });
    const { client } = createTestClient(genie.url, {
      tokens: rotatingTokens('one', 'two', 'three'),
    });
    await expect(client.getMessage(ids)).rejects.toMatchObject({ code: 'genie-unauthorized' });
    expect(tokensSeen()).toEqual(['Bearer one', 'Bearer two']);
  });

  it('a refused token is not sent again if there is no new one', async () => {
    genie.otherwise({ status: 401 });
    const { client } = createTestClient(genie.url);
    await expect(client.getMessage(ids)).rejects.toMatchObject({ code: 'genie-unauthorized' });
    expect(genie.requests).toHaveLength(1);
  });

  it('a missing scope is no reason to look for another token', async () => {
    const said = 'Provided OAuth token does not have required scopes: genie';
    genie.next({ status: 403, body: { error_code: 403, message: said } });
    const { client } = createTestClient(genie.url, { tokens: rotatingTokens('old', 'new') });
    await expect(client.getMessage(ids)).rejects.toMatchObject({
      code: 'genie-forbidden',
      message: expect.stringContaining('required scopes: genie'),
    });
    expect(genie.requests).toHaveLength(1);
  });

  it('without a token nothing is sent', async () => {
    const { client } = createTestClient(genie.url, { tokens: rotatingTokens() });
    await expect(client.startConversation('space1', 'q')).rejects.toThrow('no token left');
    expect(genie.requests).toEqual([]);
  });
});

const tokensSeen = () => genie.requests.map(({ headers }) => headers.authorization);

/** Hands out the next of `tokens` each time that one was refused. */
function rotatingTokens(...tokens: string[]): TokenSource {
  return {
    getToken: async () => {
      if (tokens[0] === undefined) throw new Error('no token left');
      return tokens[0];
    },
    invalidate: (token) => {
      if (tokens[0] === token) tokens.shift();
    },
  };
}
