import { afterEach, beforeEach, expect, it } from 'vitest';
import { awaitResult } from '../../src/genie/awaitResult.ts';
import { type ScriptedServer, startScriptedServer } from '../support/scriptedServer.ts';
import { createTestClient, ids } from './testClient.ts';

let genie: ScriptedServer;

beforeEach(async () => {
  genie = await startScriptedServer();
});

afterEach(() => genie.close());

const inState = (state: string) => ({ body: { statement_response: { status: { state } } } });
const rows = {
  body: {
    statement_response: { status: { state: 'SUCCEEDED' }, result: { data_array: [['1']] } },
  },
};
const gone = { status: 404, body: { error_code: 'NOT_FOUND' } };

function waitForRows(options: { expired?: boolean } = {}) {
  const { client, clock } = createTestClient(genie.url, { retries: 0 });
  const deadlineAt = clock.now() + 60_000;
  return awaitResult(client, ids, 'att1', { clock, deadlineAt, ...options });
}

/** Which calls were made: `look` or `run`. */
const calls = () =>
  genie.requests.map(({ url }) => (url.endsWith('/execute-query') ? 'run' : 'look'));

it.each(['PENDING', 'RUNNING', 'A_NEW_STATE'])(
  'waits for a result while it is %s',
  async (state) => {
    genie.next(inState(state), inState(state), rows);
    expect(await waitForRows()).toMatchObject({ state: 'SUCCEEDED', rows: [['1']] });
    expect(calls()).toEqual(['look', 'look', 'look']);
  },
);

it.each(['FAILED', 'CANCELED'])('a query that %s is not run again', async (state) => {
  genie.next(inState(state));
  expect(await waitForRows()).toMatchObject({ state });
  expect(calls()).toEqual(['look']);
});

it.each([
  ['CLOSED', inState('CLOSED')],
  ['not found', gone],
])('runs the query again for a result that is %s', async (_what, met) => {
  genie.next(met, inState('PENDING'), inState('RUNNING'), rows);
  expect(await waitForRows()).toMatchObject({ state: 'SUCCEEDED' });
  expect(calls()).toEqual(['look', 'run', 'look', 'look']);
});

it('says since when rows that were read again hold, and nothing about others', async () => {
  genie.next(gone, inState('RUNNING'), rows);
  const { clock } = createTestClient(genie.url);
  const before = clock.now();
  const { ranAt } = await waitForRows();
  expect(ranAt).toBeGreaterThanOrEqual(before);
  genie.next(rows);
  expect(await waitForRows()).not.toHaveProperty('ranAt');
});

it('rows that come with the second run are not fetched again', async () => {
  genie.next(gone, rows);
  expect(await waitForRows()).toMatchObject({ rows: [['1']] });
  expect(calls()).toEqual(['look', 'run']);
});

it('runs the query first for an expired message', async () => {
  genie.next(inState('PENDING'), rows);
  await waitForRows({ expired: true });
  expect(calls()).toEqual(['run', 'look']);
});

it('runs a query again only once', async () => {
  genie.next(gone, inState('PENDING'), inState('CLOSED'));
  expect(await waitForRows()).toMatchObject({ state: 'CLOSED' });
  expect(calls()).toEqual(['look', 'run', 'look']);
});

it('the error says so if the message itself is gone', async () => {
  genie.otherwise(gone);
  await expect(waitForRows()).rejects.toMatchObject({ code: 'conversation-gone' });
  expect(calls()).toEqual(['look', 'run']);
});

it('a result that never comes ends at the deadline', async () => {
  genie.otherwise(inState('RUNNING'));
  await expect(waitForRows()).rejects.toMatchObject({ code: 'genie-timeout' });
  expect(calls()).not.toContain('run');
});

const nothing = { body: {} };
const failing = { status: 500 };
const busy = { status: 503 };

it('trouble of several kinds is waited out for a while', async () => {
  genie.next(failing, busy, { status: 429 }, 'reset', nothing, busy, failing, rows);
  expect(await waitForRows()).toMatchObject({ rows: [['1']] });
});

it('a query that runs again forgets the trouble before', async () => {
  const spell = [nothing, nothing, nothing, nothing, inState('RUNNING')];
  genie.next(...spell, ...spell, ...spell, rows);
  expect(await waitForRows()).toMatchObject({ rows: [['1']] });
});

it('running a query again is repeated while Genie is busy', async () => {
  genie.next(gone, busy, busy, inState('PENDING'), rows);
  expect(await waitForRows()).toMatchObject({ rows: [['1']], isRerun: true });
  expect(calls()).toEqual(['look', 'run', 'run', 'run', 'look']);
});

it('running a query again can be answered with nothing', async () => {
  genie.next(gone, nothing, rows);
  expect(await waitForRows()).toMatchObject({ rows: [['1']] });
});

it.each([
  ['fails inside', failing, 'genie-unavailable', 6],
  ['says nothing', nothing, 'genie-bad-response', 6],
  ['is busy', busy, 'genie-unavailable', 21],
])('Genie that always %s is asked some times only', async (_what, reply, code, most) => {
  genie.otherwise(reply);
  await expect(waitForRows()).rejects.toMatchObject({ code });
  expect(calls().length).toBeGreaterThan(3);
  expect(calls().length).toBeLessThanOrEqual(most);
});
