import { afterEach, describe, expect, test } from 'vitest';
import { type Connector, type ConnectorOptions, startConnector } from './connectorDouble.ts';

let connector: Connector;

afterEach(() => connector.close());

async function start(options?: ConnectorOptions) {
  connector = await startConnector(options);
}

async function call(method: string, path: string, body?: unknown) {
  const response = await fetch(`${connector.url}/v3/conversations/${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  return { status: response.status, body: (await response.json()) as { id: string } };
}

const shownTexts = (conversation: string) =>
  connector.activities(conversation).map(({ activity }) => activity.text);

describe('in Teams', () => {
  test('sends show in order and an update replaces its activity in place', async () => {
    await start();
    const first = await call('POST', 'a%3A1/activities', { type: 'message', text: 'Working' });
    await call('POST', 'a%3A1/activities/q1', { type: 'message', text: 'Second' });
    await call('PUT', `a%3A1/activities/${first.body.id}`, { type: 'message', text: 'Done' });

    expect(shownTexts('a:1')).toEqual(['Done', 'Second']);
    expect(connector.activities('a:1')[0]?.earlier).toMatchObject([{ text: 'Working' }]);
    expect(connector.activities('a:1')[1]?.activity.replyToId).toBe('q1');
  });

  test('a deleted activity is no longer shown, and cannot be updated', async () => {
    await start();
    const { body } = await call('POST', 'c/activities', { type: 'message', text: 'Gone' });
    expect((await call('DELETE', `c/activities/${body.id}`)).status).toBe(200);
    expect((await call('PUT', `c/activities/${body.id}`, { type: 'message' })).status).toBe(404);
    expect(shownTexts('c')).toEqual([]);
  });

  test('a member has a profile with an email address, and one who left has none', async () => {
    await start({
      member: (id) => (id === '29:ada' ? { id, email: 'ada@example.com' } : undefined),
    });
    expect((await call('GET', 'c/members/29%3Aada')).body).toMatchObject({
      email: 'ada@example.com',
    });
    expect((await call('GET', 'c/members/29%3Abob')).status).toBe(404);
  });
});

test('Web Chat refuses to update and to delete', async () => {
  await start({ channel: 'webchat' });
  const { body } = await call('POST', 'c/activities', { type: 'message', text: 'Stays' });
  expect(
    (await call('PUT', `c/activities/${body.id}`, { type: 'message', text: 'No' })).status,
  ).toBe(405);
  expect((await call('DELETE', `c/activities/${body.id}`)).status).toBe(405);
  expect(shownTexts('c')).toEqual(['Stays']);
});

describe('faults', () => {
  test('meet the requests that they are meant for, as often as they are meant to', async () => {
    await start();
    connector.faults.next(
      { method: 'POST', activity: ({ type }) => type === 'message' },
      { status: 429, headers: { 'retry-after': '1' }, body: {} },
      2,
    );
    const statuses: number[] = [];
    for (const type of ['typing', 'message', 'message', 'message']) {
      statuses.push((await call('POST', 'c/activities', { type })).status);
    }
    expect(statuses).toEqual([201, 429, 429, 201]);
    expect(connector.activities('c')).toHaveLength(2);
  });

  test('a dropped request shows nothing; one dropped after it was carried out shows', async () => {
    await start();
    connector.faults.next({}, { drop: true });
    connector.faults.next({}, { drop: true, carriedOut: true });
    await expect(call('POST', 'c/activities', { type: 'message', text: 'Lost' })).rejects.toThrow();
    await expect(call('POST', 'c/activities', { type: 'message', text: 'Seen' })).rejects.toThrow();
    expect(shownTexts('c')).toEqual(['Seen']);
  });
  test('a request that was carried out shows, however late its answer', async () => {
    await start();
    connector.faults.next({}, { carriedOut: true, delayMs: 60_000 });
    void call('POST', 'c/activities', { type: 'message', text: 'Seen' }).catch(() => {});
    await connector.waitFor(() => connector.activities('c')[0]);
    expect(shownTexts('c')).toEqual(['Seen']);
  });
});

describe('waitFor', () => {
  test('resolves as soon as a request makes it true', async () => {
    await start();
    const seen = connector.waitFor(() => connector.activities('c')[0]);
    await call('POST', 'c/activities', { type: 'message', text: 'Here' });
    expect((await seen).activity.text).toBe('Here');
  });

  test('gives up in time and says what was there', async () => {
    await start();
    await call('POST', 'c/activities', { type: 'message', text: 'Here' });
    await expect(connector.waitFor(() => false, 20)).rejects.toThrow(
      'Not seen within 20 ms. Requests so far: POST /v3/conversations/c/activities -> 201',
    );
  });
});
