import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Rows } from '../../../src/storage/rows/rows.ts';
import { createTableRows } from '../../../src/storage/rows/tableRows.ts';
import { createStorageClients } from '../../../src/storage/storageClients.ts';
import { type Azurite, startAzurite, toConnectionString } from '../../support/azurite.ts';
import { collect } from '../../support/collect.ts';
import { expectGivesUp } from '../../support/expectGivesUp.ts';
import { type LossyProxy, startLossyProxy } from '../../support/lossyProxy.ts';

const key = { partition: 'p', row: 'r' };

let azurite: Azurite;
let proxy: LossyProxy;
let tables = 0;
/** The rows as others see them, past the proxy. */
let others: Rows;
/** The same rows through the proxy. */
let rows: Rows;

function openRows(tableAddress: string): Rows {
  const value = toConnectionString(tableAddress, azurite.queueAddress);
  const { openTable } = createStorageClients({ kind: 'connection-string', value });
  return createTableRows(openTable(`table${tables}`));
}

beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.close());
beforeEach(async () => {
  proxy = await startLossyProxy(azurite.tableAddress);
  tables += 1;
  others = openRows(azurite.tableAddress);
  rows = openRows(proxy.address);
});
afterEach(async () => {
  await proxy.close();
});

async function createTable() {
  const first = { partition: 'first', row: 'first' };
  await others.insert(first, {});
}

describe('a lost reply', () => {
  beforeEach(createTable);

  test('an insert that succeeded is recognized as our own when it is sent again', async () => {
    proxy.loseReplyTo('POST');
    const etag = await rows.insert(key, { text: 'mine' });
    expect(proxy.requests).toEqual(['POST', 'POST', 'GET']);
    expect(await others.get(key)).toEqual({ key, columns: { text: 'mine' }, etag });
    expect(await rows.replace(key, etag ?? '', { text: 'next' })).toBeDefined();
  });

  test('an insert that found someone else’s row stays lost', async () => {
    await others.insert(key, { text: 'theirs' });
    proxy.loseReplyTo('POST');
    expect(await rows.insert(key, { text: 'mine' })).toBeUndefined();
    expect((await others.get(key))?.columns).toEqual({ text: 'theirs' });
  });

  test('someone else’s insert with the same content is not taken for our own', async () => {
    await others.insert(key, { text: 'same' });
    proxy.loseReplyTo('POST');
    expect(await rows.insert(key, { text: 'same' })).toBeUndefined();
  });

  test('an insert that was changed by someone else before it was sent again counts as lost', async () => {
    proxy.loseReplyTo('POST', async () => {
      const mine = await others.get(key);
      await others.replace(key, mine?.etag ?? '', { text: 'theirs' });
    });
    expect(await rows.insert(key, { text: 'mine' })).toBeUndefined();
    expect((await others.get(key))?.columns).toEqual({ text: 'theirs' });
  });

  test('a replace that succeeded is recognized as our own when it is sent again', async () => {
    const first = (await others.insert(key, { text: 'first' })) ?? '';
    proxy.loseReplyTo('PUT');
    const etag = await rows.replace(key, first, { text: 'mine' });
    expect(proxy.requests).toEqual(['PUT', 'PUT', 'GET']);
    expect(await others.get(key)).toEqual({ key, columns: { text: 'mine' }, etag });
    expect(await rows.replace(key, etag ?? '', { text: 'next' })).toBeDefined();
  });

  test('a replace that was too late stays lost', async () => {
    const first = (await others.insert(key, { text: 'first' })) ?? '';
    await others.replace(key, first, { text: 'theirs' });
    proxy.loseReplyTo('PUT');
    expect(await rows.replace(key, first, { text: 'mine' })).toBeUndefined();
    expect((await others.get(key))?.columns).toEqual({ text: 'theirs' });
  });

  test('a replace counts as lost if the row was deleted before it was sent again', async () => {
    const first = (await others.insert(key, { text: 'first' })) ?? '';
    proxy.loseReplyTo('PUT', () => others.delete(key));
    expect(await rows.replace(key, first, { text: 'mine' })).toBeUndefined();
    expect(await others.get(key)).toBeUndefined();
  });

  test('a delete takes effect, though it can’t confirm it', async () => {
    const etag = await others.insert(key, {});
    proxy.loseReplyTo('DELETE');
    expect(await rows.delete(key, etag)).toBe(false);
    expect(await others.get(key)).toBeUndefined();
  });

  test('a read and a listing are simply repeated', async () => {
    await others.insert(key, { text: 'x' });
    proxy.loseReplyTo('GET');
    expect((await rows.get(key))?.columns).toEqual({ text: 'x' });
    proxy.loseReplyTo('GET');
    const pages = await collect(rows.list({ partition: 'p' }));
    expect(pages.flat()).toHaveLength(1);
    expect(proxy.requests).toEqual(['GET', 'GET', 'GET', 'GET']);
  });
});

describe('what a call costs', () => {
  test('the first insert creates the table; after that, every call is one request', async () => {
    const etag = await rows.insert(key, { open: true });
    expect(proxy.requests).toEqual(['POST', 'POST', 'POST']);

    await rows.get(key);
    await rows.replace(key, etag ?? '', { open: false });
    await rows.insert({ partition: 'p', row: 'another' }, {});
    const where = [{ column: 'open', is: 'eq' as const, value: true }];
    expect(await collect(rows.list({ where }))).toEqual([[]]);
    await rows.delete(key);
    expect(proxy.requests.slice(3)).toEqual(['GET', 'PUT', 'POST', 'GET', 'DELETE']);
  });

  test('inserts that race to create the table all succeed', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const etags = await Promise.all(names.map((row) => rows.insert({ partition: 'p', row }, {})));
    expect(etags.every(Boolean)).toBe(true);
  });

  test('only an insert creates the table', async () => {
    await rows.get(key);
    await rows.replace(key, '*', {});
    await rows.delete(key);
    await collect(rows.list({}));
    expect(proxy.requests).not.toContain('POST');
  });
});

describe('a service that fails', () => {
  const calls: [string, (rows: Rows) => Promise<unknown>][] = [
    ['get', (each) => each.get(key)],
    ['insert', (each) => each.insert(key, {})],
    ['replace', (each) => each.replace(key, 'W/"x"', {})],
    ['delete', (each) => each.delete(key)],
    ['list', (each) => collect(each.list({}))],
  ];

  test.each(calls.slice(0, 2))('%s soon fails if the service is down', async (_, call) => {
    await proxy.close();
    const startedAt = performance.now();
    await expect(call(rows)).rejects.toMatchObject({
      name: 'AppError',
      code: 'storage',
      cause: { code: 'ECONNREFUSED' },
    });
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    proxy = await startLossyProxy(azurite.tableAddress);
  });

  test.each(calls)('%s ends after 10 s if the service never responds', async (_, call) => {
    proxy.hang();
    await expectGivesUp(
      () => call(rows),
      () => proxy.requests.length === 1,
      10_000,
    );
  });

  test('a refused request is a storage error, without the content', async () => {
    const secret = 'what did we sell';
    const tooLong = { partition: 'p'.repeat(2_000), row: 'r' };
    const error = await rows.insert(tooLong, { secret }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'storage', cause: { statusCode: 400 } });
    expect(String(error)).not.toContain(secret);
  });
});
