import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { QueueClient } from '@azure/storage-queue';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { startStorage } from '../../../local/storage/startStorage.ts';
import { requestAs } from '../../support/requestAs.ts';

const publishedKey =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

let dataDir: string;
let keyFile: string;

beforeEach(async () => {
  dataDir = await makeFolder();
  keyFile = join(dataDir, 'account-key');
});

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'account-key-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

async function open(folder = dataDir) {
  const warn = () => undefined;
  const { connectionString, close } = await startStorage({ dataDir: folder, warn });
  let closed: Promise<void> | undefined;
  const closeOnce = () => {
    closed ??= close();
    return closed;
  };
  onTestFinished(closeOnce);
  const settings = new Map(
    connectionString.split(';').map((setting) => setting.split(/=(.*)/s, 2) as [string, string]),
  );
  return {
    connectionString,
    key: settings.get('AccountKey') ?? '',
    tablePort: new URL(settings.get('TableEndpoint') ?? '').port,
    table: TableClient.fromConnectionString(connectionString, 'keys', {
      allowInsecureConnection: true,
    }),
    close: closeOnce,
  };
}

/** Signs what a page would send under a name that leads here: the account is read from the name. */
const schemes = {
  SharedKey: (date: string) => `GET\n\n\n${date}\n/devstoreaccount1/keys()`,
  SharedKeyLite: (date: string) => `${date}\n/devstoreaccount1/keys()`,
};

/** Reads the table `keys` as a page does whose host name has been rebound to this computer. */
function readAsPage(port: string, authorization: (date: string) => string | undefined) {
  const date = new Date().toUTCString();
  const signed = authorization(date);
  const headers = {
    host: 'devstoreaccount1.evil.example',
    accept: 'application/json;odata=nometadata',
    'x-ms-date': date,
    'x-ms-version': '2019-02-02',
    ...(signed !== undefined && { authorization: signed }),
  };
  return requestAs(`http://127.0.0.1:${port}/keys()`, headers);
}

async function openWithRow() {
  const storage = await open();
  await storage.table.createTable();
  await storage.table.createEntity({ partitionKey: 'p', rowKey: 'r', value: 'the signing key' });
  return storage;
}

test.each(Object.entries(schemes))(
  'a page under a rebound name reads nothing with the published key by %s',
  async (scheme, toSign) => {
    const { tablePort, key } = await openWithRow();
    const sign = (accountKey: string) => (date: string) => {
      const hmac = createHmac('sha256', Buffer.from(accountKey, 'base64'));
      return `${scheme} devstoreaccount1:${hmac.update(toSign(date)).digest('base64')}`;
    };
    const refused = await readAsPage(tablePort, sign(publishedKey));
    expect(refused).toMatchObject({ status: 403, body: expect.not.stringContaining('signing') });
    // The same request with the folder's own key passes, so it is the key that it fails by.
    const passed = await readAsPage(tablePort, sign(key));
    expect(passed).toMatchObject({ status: 200, body: expect.stringContaining('the signing key') });
  },
);

test('without a signature, nothing is read', async () => {
  const { tablePort } = await openWithRow();
  expect(await readAsPage(tablePort, () => undefined)).toMatchObject({
    status: 403,
    body: expect.not.stringContaining('signing'),
  });
});

test('the queues refuse the published key as well', async () => {
  const { connectionString, key } = await open();
  const own = new QueueClient(connectionString, 'work');
  await own.create();
  const foreign = new QueueClient(connectionString.replace(key, publishedKey), 'work');
  await expect(foreign.receiveMessages()).rejects.toMatchObject({ statusCode: 403 });
});

test('accounts that are set for another Azurite change nothing', async () => {
  process.env['AZURITE_ACCOUNTS'] = `devstoreaccount1:${publishedKey}`;
  onTestFinished(() => {
    delete process.env['AZURITE_ACCOUNTS'];
  });
  const { table } = await openWithRow();
  expect(await table.getEntity('p', 'r')).toMatchObject({ value: 'the signing key' });
});

test('each folder has a key of its own, which stays, and which only its owner can read', async () => {
  const first = await open();
  await first.close();
  expect(await readFile(keyFile, 'utf8')).toBe(first.key);
  expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
  expect((await open()).key).toBe(first.key);
  expect((await open(await makeFolder())).key).not.toBe(first.key);
});

test('a folder from before it had a key keeps its data', async () => {
  const before = await openWithRow();
  await before.close();
  await rm(keyFile);
  const { table, key } = await open();
  expect(key).not.toBe(before.key);
  expect(await table.getEntity('p', 'r')).toMatchObject({ value: 'the signing key' });
});

test.each(['', 'half of it', publishedKey.slice(0, 40)])(
  'a key file that holds %j is replaced',
  async (content) => {
    await writeFile(keyFile, content);
    const { table } = await open();
    await table.createTable();
    expect(await readFile(keyFile, 'utf8')).toHaveLength(88);
  },
);
