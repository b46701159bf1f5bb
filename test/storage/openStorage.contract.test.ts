import { TableServiceClient } from '@azure/data-tables';
import { QueueServiceClient } from '@azure/storage-queue';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/common/clock.ts';
import { openStorage, type StorageSettings } from '../../src/storage/openStorage.ts';
import { type Azurite, startAzurite, toConnectionString } from '../support/azurite.ts';
import { collect } from '../support/collect.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { openMemoryStorage } from '../support/openMemoryStorage.ts';
import { makeQuestion, makeSession, now } from '../support/storedValues.ts';

const open = (value: string) => openStorage({ kind: 'connection-string', value }, systemClock);
const nowhere = 'http://127.0.0.1:9';

describe('storage on Azurite', () => {
  let azurite: Azurite;
  beforeAll(async () => {
    azurite = await startAzurite();
  });
  afterAll(() => azurite.close());

  async function listNames() {
    const { connectionString } = azurite;
    const tables = TableServiceClient.fromConnectionString(connectionString, {
      allowInsecureConnection: true,
    });
    const queues = QueueServiceClient.fromConnectionString(connectionString);
    return {
      tables: (await collect(tables.listTables())).map(({ name }) => name),
      queues: (await collect(queues.listQueues())).map(({ name }) => name),
    };
  }

  test('is healthy when empty, and a check creates nothing', async () => {
    await open(azurite.connectionString).check();
    expect(await listNames()).toEqual({ tables: [], queues: [] });
  });

  test('creates its tables and queues on the first write', async () => {
    const { questions, sessions, budgets, queue, looks, check } = open(azurite.connectionString);
    await questions.insert(makeQuestion({ expiresAt: Date.now() + 60_000 }));
    await sessions.insert(makeSession());
    await budgets.insert({ id: 'host', starts: [] });
    await queue.send({ kind: 'go', questionId: 's1-q1' });
    await looks.send({ kind: 'due', subscriptionId: 'o-s', look: 1 });
    const { tables, queues } = await listNames();
    expect(tables.sort()).toEqual(['budget', 'questions', 'sessions']);
    expect(queues.sort()).toEqual(['questions', 'subscriptions']);
    await check();
  });

  test('is shared by two instances', async () => {
    const [one, other] = [open(azurite.connectionString), open(azurite.connectionString)];
    const question = makeQuestion({ id: 's2-q', expiresAt: Date.now() + 60_000 });
    const inserted = await one.questions.insert(question);
    expect(await other.questions.get('s2-q')).toEqual(inserted);
  });

  test.each([
    ['tables', () => toConnectionString(nowhere, azurite.queueAddress)],
    ['queue', () => toConnectionString(azurite.tableAddress, nowhere)],
  ])('is unhealthy while its %s can’t be reached', async (_, settings) => {
    await expect(open(settings()).check()).rejects.toMatchObject({ code: 'storage' });
  });

  test('is unhealthy while the key is wrong', async () => {
    const wrong = azurite.connectionString.replace('AccountKey=', 'AccountKey=AAAA');
    await expect(open(wrong).check()).rejects.toMatchObject({
      code: 'storage',
      cause: { statusCode: 403 },
    });
  });
});

describe('settings', () => {
  const key = 'AccountName=a;AccountKey=a2V5';
  const valid: StorageSettings[] = [
    {
      kind: 'connection-string',
      value: `DefaultEndpointsProtocol=https;${key};EndpointSuffix=core.windows.net`,
    },
    { kind: 'connection-string', value: 'UseDevelopmentStorage=true' },
    {
      kind: 'connection-string',
      value: toConnectionString('http://localhost:1', 'http://[::1]:1'),
    },
    { kind: 'identity', tableUri: 'https://a.table.test', queueUri: 'https://a.queue.test/' },
  ];
  test.each(valid)('%j are usable', (settings) => {
    expect(() => openStorage(settings, systemClock)).not.toThrow();
  });

  const https = 'https://a.test';
  const http = 'http://a.test';
  const unusable: StorageSettings[] = [
    { kind: 'connection-string', value: '' },
    { kind: 'connection-string', value: 'nonsense' },
    { kind: 'connection-string', value: `DefaultEndpointsProtocol=http;${key};EndpointSuffix=a.b` },
    { kind: 'connection-string', value: toConnectionString(http, https) },
    { kind: 'connection-string', value: toConnectionString(https, http) },
    { kind: 'connection-string', value: toConnectionString('http://127.0.0.1.a.test', https) },
    { kind: 'identity', tableUri: http, queueUri: https },
    { kind: 'identity', tableUri: https, queueUri: http },
    { kind: 'identity', tableUri: 'a', queueUri: 'b' },
  ];
  test.each(unusable)('%j are refused', (settings) => {
    const opened = () => openStorage(settings, systemClock);
    expect(opened).toThrow(expect.objectContaining({ name: 'AppError', code: 'config' }));
  });

  test('the refusal does not repeat the key', () => {
    const value = toConnectionString(http, https);
    expect(() => open(value)).toThrow(/^Storage at a\.test must be reached by https$/);
  });
});

test('storage in memory has the same parts, and is always healthy', async () => {
  const storage = openMemoryStorage(createFakeClock({ now }));
  await storage.check();
  await storage.questions.insert(makeQuestion());
  await storage.sessions.insert(makeSession());
  await storage.budgets.insert({ id: 'host', starts: [] });
  expect(await storage.questions.listOpen('s1')).toHaveLength(1);
  expect(await storage.sessions.get('s1')).toBeDefined();
  expect(await storage.budgets.get('host')).toBeDefined();
});
