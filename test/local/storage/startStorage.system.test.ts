import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { QueueClient } from '@azure/storage-queue';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { startStorage } from '../../../local/storage/startStorage.ts';
import { startNode } from '../../support/childProcess.ts';

let rootDir: string;
let dataDir: string;

beforeAll(async () => {
  rootDir = await mkdtemp(join(tmpdir(), 'storage-'));
});
beforeEach(async () => {
  dataDir = await mkdtemp(join(rootDir, 'data-'));
});
afterAll(() => rm(rootDir, { recursive: true }));

/** Does it in a process that is killed in the moment in which storage has acknowledged it. */
async function doAndDie(action: string): Promise<void> {
  const child = startNode('test/support/storageChild.ts', [dataDir, action]);
  onTestFinished(() => child.kill());
  await child.waitForOutput(/acknowledged/);
  await child.kill();
}

async function open() {
  const warnings: string[] = [];
  const storage = await startStorage({ dataDir, warn: (line) => warnings.push(line) });
  let closed = false;
  const close = async () => {
    if (!closed) await storage.close();
    closed = true;
  };
  onTestFinished(close);
  const table = TableClient.fromConnectionString(storage.connectionString, 'rows', {
    allowInsecureConnection: true,
  });
  return { table, queue: new QueueClient(storage.connectionString, 'work'), warnings, close };
}

/** The values of all rows, and the texts of all messages that are visible. */
async function readAll() {
  const { table, queue, close } = await open();
  const rows: unknown[] = [];
  for await (const row of table.listEntities()) rows.push(row['value']);
  const { receivedMessageItems } = await queue.receiveMessages({ numberOfMessages: 32 });
  await close();
  return { rows, messages: receivedMessageItems.map(({ messageText }) => messageText) };
}

test.each([
  ['insert', { rows: [1, 2], messages: ['first'] }],
  ['update', { rows: [3], messages: ['first'] }],
  ['delete', { rows: [], messages: ['first'] }],
  ['enqueue', { rows: [1], messages: ['first', 'second'] }],
  ['receive', { rows: [1], messages: [] }],
  ['complete', { rows: [1], messages: [] }],
])('an acknowledged %s survives SIGKILL', async (action, expected) => {
  await doAndDie('create');
  await doAndDie(action);
  expect(await readAll()).toEqual(expected);
});

test('what was written before an orderly close is there afterwards', async () => {
  const first = await open();
  await first.table.createTable();
  await first.queue.create();
  await first.table.createEntity({ partitionKey: 'p', rowKey: 'r', value: 'kept' });
  await first.close();
  expect((await readAll()).rows).toEqual(['kept']);
});

test('an answer longer than a socket’s buffer arrives whole', async () => {
  const { table } = await open();
  await table.createTable();
  const text = 'ü'.repeat(15_000);
  for (let i = 0; i < 40; i += 1) {
    await table.createEntity({ partitionKey: 'p', rowKey: `${i}`, text });
  }
  const rows: unknown[] = [];
  for await (const row of table.listEntities()) rows.push(row['text']);
  expect(rows).toEqual(Array(40).fill(text));
});

test.each(['', '{"filename":"x","collections":[{"na', 'null'])(
  'a file of records that holds %j is set aside with a warning, and storage starts',
  async (content) => {
    await writeFile(join(dataDir, 'tables.json'), content);
    const { table, warnings } = await open();
    expect(warnings).toEqual([expect.stringContaining('tables.json is damaged')]);
    await table.createTable();

    const aside = (await readdir(dataDir)).find((name) => name.includes('.damaged-')) ?? '';
    expect(await readFile(join(dataDir, aside), 'utf8')).toBe(content);
  },
);

test('messages whose texts are lost with a damaged file do not block the queue', async () => {
  await doAndDie('create');
  await writeFile(join(dataDir, 'texts.json'), 'damaged');
  const { queue, warnings } = await open();
  expect(warnings).toHaveLength(2);
  await queue.createIfNotExists();
  expect((await queue.receiveMessages()).receivedMessageItems).toEqual([]);
});

test('a second process with the same folder is refused in a sentence', async () => {
  await open();
  const second = startNode('test/support/storageChild.ts', [dataDir, 'none']);
  expect(await second.ended).toBe(1);
  expect(second.stderr()).toContain(
    `The data folder ${dataDir} is in use by process ${process.pid}.`,
  );
  expect(second.stderr()).toMatch(/set LOCAL_DATA_DIR .* or AzureWebJobsStorage/);
});

test('the folder of a killed process can be used again', async () => {
  await doAndDie('none');
  await open();
});
