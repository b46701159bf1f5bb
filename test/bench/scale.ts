import { createTableRows } from '../../src/storage/rows/tableRows.ts';
import { createStorageClients } from '../../src/storage/storageClients.ts';
import { createSessionStore } from '../../src/storage/stores.ts';
import { startAzurite, toConnectionString } from '../support/azurite.ts';
import { startCountingProxy } from '../support/countingProxy.ts';
import { makeSession, now } from '../support/storedValues.ts';
import { openAzuriteRows } from './support/azuriteRows.ts';
import { type Figure, printFigures } from './support/figures.ts';
import { median } from './support/spread.ts';

// What a look-up and a sweep read when there are many sessions. Table Storage reads the partitions that a request names;
// Azurite itself walks through the whole table for everything, so that its times grow where Azure's do not.

const sizes = [1_000, 10_000, 100_000];
const expired = 50;
const lookups = 20;

/** How many rows the partitions hold that a request names, up to the page that it asks for. */
function countRead(path: string, partitions: readonly string[]): number {
  const point = /\(PartitionKey='([^']+)'/.exec(path)?.[1];
  const terms = [...path.matchAll(/PartitionKey (eq|ge|le) '([^']+)'/g)];
  const named = partitions.filter((key) => {
    if (point !== undefined) return key === point;
    return terms.every(([, is, value = '']) => {
      if (is === 'eq') return key === value;
      return is === 'ge' ? key >= value : key <= value;
    });
  });
  return Math.min(named.length, Number(/\$top=(\d+)/.exec(path)?.[1] ?? named.length));
}

async function measure(size: number): Promise<Figure[]> {
  const [azurite, stored] = [await startAzurite(), openAzuriteRows()];
  const proxy = await startCountingProxy(azurite.tableAddress);
  const value = toConnectionString(proxy.address, azurite.queueAddress);
  const { openTable } = createStorageClients({ kind: 'connection-string', value });
  const rows = createTableRows(openTable('sessions'));
  const sessions = createSessionStore(rows, { now: () => now, sleep: async () => {} });

  await sessions.insert(makeSession({ id: 'live', expiresAt: now + 3_600_000 }));
  await sessions.insert(makeSession({ id: 'over', expiresAt: now - 1 }));
  stored.multiply('sessions', 'live', size - expired - 1);
  stored.multiply('sessions', 'over', expired - 1);

  /** The requests of `act`, and the rows in the partitions that they name. */
  const watch = async (act: () => Promise<unknown>) => {
    const from = proxy.exchanges.length;
    const partitions = stored.partitions('sessions');
    const startedAt = performance.now();
    await act();
    const ms = performance.now() - startedAt;
    const requests = proxy.exchanges.slice(from);
    const reads = requests.filter(({ method }) => method === 'GET');
    const read = reads.reduce((total, { path }) => total + countRead(path, partitions), 0);
    return { ms, requests: requests.length, read };
  };

  const looked = [];
  for (let index = 0; index < lookups; index += 1) {
    looked.push(await watch(() => sessions.get(`live${index * 17}`)));
  }
  const swept = await watch(async () => {
    const count = await sessions.deleteExpired(now);
    if (count !== expired) throw new Error(`Deleted ${count} sessions`);
  });
  await proxy.close();
  await azurite.close();

  const all = size.toLocaleString('en');
  const readByLookup = Math.max(...looked.map(({ read }) => read));
  const limit = 3 * expired;
  return [
    {
      what: `of ${all} sessions, one looked up`,
      ours: `${readByLookup} row read`,
      beside: `${median(looked.map(({ ms }) => ms)).toFixed(1)} ms in Azurite`,
      limit: '1 row',
      isKept: readByLookup === 1,
    },
    {
      what: `of ${all} sessions, ${expired} swept`,
      ours: `${swept.read} rows read`,
      beside: `${all} by a filter`,
      ratio: size / swept.read,
      limit: `≤ ${limit} rows`,
      isKept: swept.read <= limit,
    },
    {
      what: 'its requests, deletions among them',
      ours: `${swept.requests}, ${swept.ms.toFixed(0)} ms in Azurite`,
    },
  ];
}

const figures: Figure[] = [];
for (const size of sizes) figures.push(...(await measure(size)));
printFigures('Scale: what storage reads for a look-up and for a sweep', figures);
