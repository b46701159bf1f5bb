import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectGenie, mayHaveActed } from '../../src/genie/index.ts';
import { createFakeClock, type FakeClock } from '../support/fakeClock.ts';
import { type ScriptedServer, startScriptedServer } from '../support/scriptedServer.ts';
import { ids } from './testClient.ts';

let server: ScriptedServer;
let clock: FakeClock;
beforeEach(async () => {
  server = await startScriptedServer();
  clock = createFakeClock({ autoAdvance: true });
});
afterEach(() => server.close());

const connect = () => connectGenie({ host: server.url, token: 'dapi-test', clock });
const started = { body: { conversation_id: 'conv1', message_id: 'msg1' } };
const busy = { status: 429, body: { error_code: 'RESOURCE_EXHAUSTED' } };
const query = { kind: 'query', id: 'att1', sql: '', truncated: false } as const;
const aQuery = { ...query, parameters: [], thoughts: [] };
const finished = { ...ids, content: 'q', status: 'COMPLETED', attachments: [] };
const stateOf = (state: string, more = {}) => ({
  body: { statement_response: { status: { state }, ...more } },
});

describe('a question', () => {
  it('is sent again while Genie is too busy to take it', async () => {
    server.next(busy, busy, started);
    expect(await connect().start('space1', 'q')).toEqual(ids);
    expect(server.requests).toHaveLength(3);
  });

  it('isn’t sent again forever', async () => {
    server.otherwise(busy);
    const error = await connect()
      .followUp(ids, 'q')
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'genie-throttled' });
    expect(mayHaveActed(error)).toBe(false);
    expect(server.requests).toHaveLength(6);
  });

  it.each([400, 403, 404])('is sent once if Genie refuses it: %d', async (status) => {
    server.otherwise({ status, body: { error_code: 'REFUSED' } });
    await expect(connect().start('space1', 'q')).rejects.toThrow();
    expect(server.requests).toHaveLength(1);
  });

  it.each(['reset', { status: 500 }, { status: 503 }] as const)(
    'is sent once if Genie might have taken it: %j',
    async (response) => {
      server.otherwise(response);
      const error = await connect()
        .start('space1', 'q')
        .catch((caught: unknown) => caught);
      expect(mayHaveActed(error)).toBe(true);
      expect(server.requests).toHaveLength(1);
    },
  );
});

describe('waiting for an answer', () => {
  it('tells each status, and ends with the message', async () => {
    server.next(
      { body: { status: 'ASKING_AI' } },
      { body: { status: 'COMPLETED', attachments: [{ text: { content: 'Hello' } }] } },
    );
    const seen: string[] = [];
    const message = await connect().wait(ids, { onStatus: (status) => seen.push(status) });
    expect(seen).toEqual(['ASKING_AI']);
    expect(message).toMatchObject({ ...ids, attachments: [{ kind: 'text', content: 'Hello' }] });
  });

  it('ends with an error that says why Genie failed', async () => {
    const error = { type: 'TABLES_MISSING_EXCEPTION', error: 'No such table' };
    server.next({ body: { status: 'FAILED', error } });
    await expect(connect().wait(ids)).rejects.toMatchObject({
      code: 'genie-failed',
      detail: 'permissions',
      message: 'TABLES_MISSING_EXCEPTION: No such table',
    });
  });

  it.each([
    ['FAILED', 'genie-failed'],
    ['CANCELLED', 'genie-cancelled'],
  ])('ends with an error for a message that %s without more', async (status, code) => {
    server.next({ body: { status } });
    await expect(connect().wait(ids)).rejects.toMatchObject({ code });
  });

  it('ends at its time limit', async () => {
    server.otherwise({ body: { status: 'ASKING_AI' } });
    await expect(connect().wait(ids, { timeoutMs: 5_000 })).rejects.toMatchObject({
      code: 'genie-timeout',
    });
  });
});

describe('the rows', () => {
  it('are those of the query, once it has run', async () => {
    const result = { manifest: { schema: { columns: [{ name: 'n' }] } } };
    server.next(
      stateOf('RUNNING'),
      stateOf('SUCCEEDED', { ...result, result: { data_array: [['1']] } }),
    );
    const read = await connect().rows(finished, aQuery);
    expect(read).toMatchObject({ columns: [{ name: 'n' }], rows: [['1']] });
    expect(server.requests.at(-1)?.url).toMatch(/messages\/msg1\/attachments\/att1\/query-result$/);
  });

  it('are made again if they have expired', async () => {
    server.next(stateOf('SUCCEEDED', { result: { data_array: [['1']] } }));
    const expired = { ...finished, status: 'QUERY_RESULT_EXPIRED' };
    expect((await connect().rows(expired, aQuery)).rows).toEqual([['1']]);
    expect(server.requests.at(-1)?.url).toMatch(/\/execute-query$/);
  });

  it.each(['FAILED', 'CANCELED'])('are an error if the query %s', async (state) => {
    server.next(stateOf(state));
    await expect(connect().rows(finished, aQuery)).rejects.toMatchObject({
      code: 'genie-failed',
      detail: 'query-failed',
    });
  });
});

it('takes an https address and a token from wherever it comes', async () => {
  expect(() => connectGenie({ host: 'http://example.com', token: 'x' })).toThrow(
    expect.objectContaining({ code: 'config' }),
  );
  const token = { getToken: async () => 'from-elsewhere', invalidate: () => {} };
  server.next({ body: { spaces: [{ space_id: 's', title: 'Sales' }] } });
  const spaces = await connectGenie({ host: server.url, token }).listSpaces();
  expect(spaces).toEqual([{ id: 's', title: 'Sales' }]);
  expect(server.requests[0]?.headers.authorization).toBe('Bearer from-elsewhere');
});
