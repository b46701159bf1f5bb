import { describe, expect, it } from 'vitest';
import { createServingClient } from '../../src/serving/createServingClient.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { startScriptedServer } from '../support/scriptedServer.ts';
import { refuse } from '../support/servingDouble.ts';
import * as wire from '../support/servingWire.ts';
import { fixedToken, openClient } from './openClient.ts';

const clientOf = (host: string, clock = createFakeClock()) =>
  createServingClient({ host, tokens: fixedToken(), clock });

describe('an endpoint', () => {
  it.each([
    ['agent/v1/responses', 'responses'],
    ['agent/v2/responses', 'responses'],
    ['agent/v1/chat', 'chat'],
    ['agent/v2/chat', 'chat'],
    ['llm/v1/chat', 'chat'],
    ['agent/v3/something', 'responses'],
    [undefined, 'responses'],
  ])('of the task %s is called as %s', async (task, family) => {
    await using stage = await openClient();
    stage.double.endpoint('one', { task });
    expect(await stage.client.describe('one')).toEqual({ name: 'one', family, isReady: true });
  });

  it('is described once in five minutes, unless it is still starting', async () => {
    await using stage = await openClient();
    const { double, client, clock } = stage;
    double.endpoint('agent', { task: 'agent/v1/responses', isReady: false });
    expect(await client.describe('agent')).toMatchObject({ isReady: false });
    double.endpoint('agent', { task: 'agent/v1/responses' });
    expect(await client.describe('agent')).toMatchObject({ isReady: true });
    await client.describe('agent');
    expect(double.calls).toHaveLength(2);
    await clock.advance(5 * 60_000);
    await client.describe('agent');
    expect(double.calls).toHaveLength(3);
  });

  it('that is an app has no description', async () => {
    await using stage = await openClient();
    expect(await stage.client.describe('apps/helper')).toEqual({
      name: 'apps/helper',
      family: 'responses',
      isReady: true,
    });
    expect(stage.double.calls).toEqual([]);
  });

  it.each([
    [404, 'RESOURCE_DOES_NOT_EXIST', 'endpoint-not-found'],
    [403, 'PERMISSION_DENIED', 'endpoint-forbidden'],
    [503, 'TEMPORARILY_UNAVAILABLE', 'endpoint-starting'],
  ])('that can’t be described (%d) says why', async (status, errorCode, code) => {
    await using server = await startScriptedServer();
    server.otherwise({ status, body: { error_code: errorCode, message: 'no' } });
    await expect(clientOf(server.url).describe('agent')).rejects.toMatchObject({ code });
  });

  it.each([{}, { task: 5, state: 'READY' }, { task: null, state: { ready: 1 } }])(
    'may describe itself in any way: %j',
    async (body) => {
      await using server = await startScriptedServer();
      server.otherwise({ body });
      expect(await clientOf(server.url).describe('agent')).toEqual({
        name: 'agent',
        family: 'responses',
        isReady: true,
      });
    },
  );
});

describe('a question', () => {
  it('goes to an agent with its conversation, a key for the person and the wish for a trace', async () => {
    await using stage = await openClient();
    const reply = await stage.ask('Revenue by region?');
    expect(reply).toEqual({ text: 'You asked: Revenue by region?' });
    const [call] = stage.double.invocations;
    expect(call).toMatchObject({
      method: 'POST',
      path: '/serving-endpoints/agent/invocations',
      token: 'dapi-test',
      headers: {
        accept: 'text/event-stream',
        'content-type': 'application/json',
        'user-agent': expect.stringMatching(/^genie-teams-bot\//),
      },
    });
    expect(call?.body).toEqual({
      model: 'agent',
      stream: true,
      input: [{ type: 'message', role: 'user', content: 'Revenue by region?' }],
      user: 'hash-of-ada',
      context: { conversation_id: 'conv-1', user_id: 'hash-of-ada' },
      databricks_options: { return_trace: true },
    });
  });

  it('goes to a model with nothing that models refuse', async () => {
    await using stage = await openClient();
    stage.double.endpoint('model', { task: 'llm/v1/chat' });
    expect(await stage.ask('Hello', { name: 'model' })).toEqual({ text: 'You asked: Hello' });
    expect(stage.double.invocations[0]?.body).toEqual({
      model: 'model',
      stream: true,
      messages: [{ role: 'user', content: 'Hello' }],
      user: 'hash-of-ada',
    });
  });

  it('goes to an app by the address of all apps', async () => {
    await using stage = await openClient();
    stage.double.endpoint('apps/helper');
    expect(await stage.ask('Hello', { name: 'apps/helper' })).toEqual({ text: 'You asked: Hello' });
    expect(stage.double.invocations[0]).toMatchObject({
      path: '/serving-endpoints/responses',
      body: { model: 'apps/helper' },
    });
  });

  it.each(['a/b', 'a b?x=1#y', 'ä%2F', '../../api/2.0/secrets'])(
    'never leads to another address, however an endpoint is called: %s',
    async (name) => {
      await using stage = await openClient();
      await expect(stage.ask('Hello', { name })).rejects.toMatchObject({
        code: 'endpoint-not-found',
      });
      for (const { path } of stage.double.calls) {
        expect(path).toMatch(/^\/(?:api\/2\.0\/)?serving-endpoints\/[^/?#]+(?:\/invocations)?$/);
      }
    },
  );

  it.each(['.', '..', ''])(
    'is not sent where the name means another address: “%s”',
    async (name) => {
      await using stage = await openClient();
      await expect(stage.ask('Hello', { name })).rejects.toMatchObject({
        code: 'endpoint-declined',
      });
      expect(stage.double.calls).toEqual([]);
    },
  );

  it('is asked even where the description is kept from who asks', async () => {
    await using server = await startScriptedServer();
    server.next(
      { status: 403, body: { error_code: 'PERMISSION_DENIED', message: 'no' } },
      { body: wire.responsesStream('Here I am.').join('') },
    );
    const turns = [{ question: 'Hello' }];
    const invocation = { name: 'agent', turns, conversationId: 'conv-1' };
    expect(await clientOf(server.url).invoke(invocation, () => {})).toEqual({ text: 'Here I am.' });
    expect(JSON.parse(server.requests[1]?.body ?? '')).toMatchObject({
      context: { conversation_id: 'conv-1' },
    });
  });
});

describe('a refusal that tells the other key', () => {
  it('is learned from: the endpoint is called once more, and rightly from then on', async () => {
    await using stage = await openClient();
    stage.double.endpoint('legacy', { task: 'agent/v1/chat' });
    stage.double.next(
      refuse(
        400,
        'BAD_REQUEST',
        "'messages' field is not supported. Please use 'input' field instead.",
      ),
    );
    stage.double.next(
      { stream: wire.responsesStream('One') },
      { stream: wire.responsesStream('Two') },
    );
    expect(await stage.ask('Hello', { name: 'legacy' })).toEqual({ text: 'One' });
    expect(await stage.ask('Hello', { name: 'legacy' })).toEqual({ text: 'Two' });
    const keys = stage.double.invocations.map(({ body }) =>
      'input' in body ? 'input' : 'messages',
    );
    expect(keys).toEqual(['messages', 'input', 'input']);
  });

  it('is learned from where there is no description', async () => {
    await using stage = await openClient();
    stage.double.endpoint('apps/old', { task: 'agent/v2/chat' });
    expect(await stage.ask('Hello', { name: 'apps/old' })).toEqual({ text: 'You asked: Hello' });
    expect(stage.double.invocations).toHaveLength(2);
    expect((await stage.client.describe('apps/old')).family).toBe('chat');
  });

  it('comes too late once the answer has begun', async () => {
    await using stage = await openClient();
    const words = "'input' field is not supported. Please use 'messages' field instead.";
    stage.double.next({ stream: [wire.delta('m1', 'Five'), wire.data({ error: words })] });
    await expect(stage.ask('Hello')).rejects.toMatchObject({ code: 'endpoint-failed' });
    expect(stage.double.invocations).toHaveLength(1);
  });

  it('comes too late once something was done', async () => {
    await using stage = await openClient();
    const words = 'Unexpected error: the user table is locked';
    stage.double.next({
      stream: [
        wire.data({
          type: 'response.output_item.added',
          item: { type: 'function_call', id: 'f', name: 'lock_table' },
        }),
        wire.data({ error: words }),
      ],
    });
    await expect(stage.ask('Hello')).rejects.toMatchObject({ code: 'endpoint-failed' });
    expect(stage.double.invocations).toHaveLength(1);
  });

  it('counts for what was allowed only where it certainly wasn’t done', async () => {
    await using stage = await openClient();
    const approval = { id: 'r-1', name: 'send_mail', arguments: '{}' };
    const turns = [
      { question: 'Write to Ada', answer: { text: '', approval } },
      { question: 'Yes', decision: { requestId: 'r-1', isApproved: true } },
    ];
    const allow = () =>
      stage.client.invoke({ name: 'agent', turns, conversationId: 'c' }, () => {});
    stage.double.next({ stream: [wire.data({ error: 'Unexpected error: no such user' })] });
    await expect(allow()).rejects.toMatchObject({ code: 'endpoint-failed' });
    expect(stage.double.invocations).toHaveLength(1);
    stage.double.next(refuse(400, 'BAD_REQUEST', 'Unknown field: user'));
    await allow();
    expect(stage.double.invocations).toHaveLength(3);
  });

  it('can come in the answer itself, if nothing was said before', async () => {
    await using stage = await openClient();
    stage.double.endpoint('agent', { task: 'agent/v2/chat' });
    const words = "'messages' field is not supported. Please use 'input' field instead.";
    stage.double.next({ stream: [wire.data({ error: words })] });
    stage.double.next({ stream: wire.responsesStream('Five.') });
    expect(await stage.ask('Hello')).toEqual({ text: 'Five.' });
  });

  it('is not followed in circles', async () => {
    await using stage = await openClient();
    const confused = {
      responses: "'input' field is not supported. Please use 'messages' field instead.",
      chat: "'messages' field is not supported. Please use 'input' field instead.",
    };
    stage.double.endpoint('agent', {
      task: 'agent/v1/responses',
      answer: ({ body }) =>
        refuse(400, 'BAD_REQUEST', 'input' in body ? confused.responses : confused.chat),
    });
    await expect(stage.ask('Hello')).rejects.toMatchObject({ code: 'endpoint-declined' });
    expect(stage.double.invocations.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ["Extra inputs are not permitted: 'databricks_options'", ['model', 'stream', 'input', 'user']],
    ["unexpected keyword argument 'context'", ['model', 'stream', 'input', 'user']],
    ["Unknown field: 'user'", ['stream', 'input']],
  ])('is learned from where it is about other fields: %s', async (words, fields) => {
    await using stage = await openClient();
    stage.double.next(refuse(400, 'BAD_REQUEST', words));
    await stage.ask('Hello');
    expect(Object.keys(stage.double.invocations[1]?.body ?? {})).toEqual(fields);
  });

  it('is final where it tells something else', async () => {
    await using stage = await openClient();
    stage.double.next(refuse(400, 'INVALID_PARAMETER_VALUE', 'max_tokens must be positive'));
    await expect(stage.ask('Hello')).rejects.toMatchObject({
      code: 'endpoint-declined',
      details: { acted: 'no', about: 'question' },
    });
    expect(stage.double.invocations).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it.each([
    [401, 401, 'Invalid access token.', 'genie-unauthorized'],
    [
      403,
      'PERMISSION_DENIED',
      'User does not have Can Query permission on the endpoint.',
      'endpoint-forbidden',
    ],
    [
      403,
      'PERMISSION_DENIED',
      'The endpoint is disabled due to a rate limit set to 0.',
      'endpoint-forbidden',
    ],
    [
      403,
      403,
      'Provided OAuth token does not have required scopes: model-serving',
      'genie-forbidden',
    ],
    [403, 403, 'Source IP address: 1.2.3.4 is blocked by Databricks IP ACL', 'genie-forbidden'],
    [404, 'RESOURCE_DOES_NOT_EXIST', 'The given endpoint does not exist.', 'endpoint-not-found'],
    [400, 'BAD_REQUEST', 'temperature must be a number', 'endpoint-declined'],
    [400, 'INVALID_STATE', 'Endpoint agent is stopped', 'endpoint-not-found'],
    [400, 'BAD_REQUEST', 'The endpoint is not ready', 'endpoint-starting'],
    [408, 'REQUEST_TIMEOUT', 'Timed out', 'endpoint-timeout'],
    [409, 'RESOURCE_CONFLICT', 'The endpoint is being updated', 'endpoint-starting'],
    [413, 'BAD_REQUEST', 'Request size cannot exceed 4 MB', 'endpoint-declined'],
    [422, 'BAD_REQUEST', 'unprocessable', 'endpoint-declined'],
    [429, 'REQUEST_LIMIT_EXCEEDED', 'Exceeded the rate limit', 'endpoint-busy'],
    [500, 'INTERNAL_ERROR', 'KeyError in predict_stream', 'endpoint-failed'],
    [502, 'BAD_GATEWAY', 'Bad gateway', 'endpoint-starting'],
    [503, 'TEMPORARILY_UNAVAILABLE', 'The endpoint is scaling up from zero', 'endpoint-starting'],
    [504, 'DEADLINE_EXCEEDED', 'Upstream timed out', 'endpoint-starting'],
  ])('of %d %s (%s) is %s', async (status, errorCode, words, code) => {
    await using stage = await openClient();
    stage.double.next(refuse(status, errorCode, words));
    await expect(stage.ask('Hello')).rejects.toMatchObject({
      name: 'GenieError',
      code,
      details: { status },
    });
    expect(stage.double.invocations).toHaveLength(1);
  });

  it('says how long to wait', async () => {
    await using stage = await openClient();
    stage.double.next(refuse(429, 'REQUEST_LIMIT_EXCEEDED', 'slow down', { 'retry-after': '17' }));
    await expect(stage.ask('Hello')).rejects.toMatchObject({
      code: 'endpoint-busy',
      details: { retryAfterMs: 17_000 },
    });
  });

  it.each([
    [413, 'Payload too large'],
    [400, 'This model’s maximum context length is 128000 tokens'],
    [400, 'prompt is too long: 210000 tokens'],
  ])('tells that there was too much: %d %s', async (status, words) => {
    await using stage = await openClient();
    stage.double.next(refuse(status, 'BAD_REQUEST', words));
    await expect(stage.ask('Hello')).rejects.toMatchObject({
      code: 'endpoint-declined',
      detail: 'too-long',
    });
  });

  it.each([
    [10_000, 'endpoint-starting'],
    [297_000, 'endpoint-timeout'],
  ])('by a gateway after %d ms is %s', async (tookMs, code) => {
    await using server = await startScriptedServer();
    const clock = createFakeClock();
    const arrived = Promise.withResolvers<() => void>();
    server.next({ body: { task: 'agent/v1/responses' } }, (_request, response) => {
      arrived.resolve(() => response.writeHead(504).end('upstream request timeout'));
    });
    const turns = [{ question: 'Hello' }];
    const invocation = { name: 'agent', turns, conversationId: 'conv-1' };
    const asked = clientOf(server.url, clock).invoke(invocation, () => {});
    asked.catch(() => {});
    const answer = await arrived.promise;
    await clock.advance(tookMs);
    answer();
    await expect(asked).rejects.toMatchObject({ code });
  });

  it('that never comes means that it took too long', async () => {
    await using stage = await openClient();
    stage.double.next('hang');
    const asked = stage.ask('Hello');
    asked.catch(() => {});
    while (stage.double.invocations.length === 0) await new Promise(setImmediate);
    await stage.clock.advance(300_000);
    await expect(asked).rejects.toMatchObject({ code: 'endpoint-timeout' });
    await stage.double.invocations[0]?.closed;
  });

  it('never quotes what people said, or the token', async () => {
    await using stage = await openClient();
    const words = 'cannot parse "What does Grace earn?" after "Ada earns 5" for dapi-test';
    stage.double.next(refuse(400, 'BAD_REQUEST', words));
    const before = [{ question: 'And Ada?', answer: { text: 'Ada earns 5' } }];
    const error = await stage.ask('What does Grace earn?', { before }).catch((thrown) => thrown);
    expect(error.message).not.toMatch(/Grace|Ada|dapi/);
    expect(error.message).toContain('cannot parse');
  });

  it('of an outdated token is mended by a newer one', async () => {
    const tokens = ['old', 'new'];
    await using stage = await openClient({
      tokens: { getToken: async () => tokens[0] ?? '', invalidate: () => tokens.shift() },
    });
    await stage.client.describe('agent');
    stage.double.accept('new');
    expect(await stage.ask('Hello')).toEqual({ text: 'You asked: Hello' });
    expect(stage.double.calls.map(({ token }) => token)).toEqual(['old', 'old', 'new']);
  });
});
