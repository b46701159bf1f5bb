import { aMessage } from '../support/activities.ts';
import { toConnectionString } from '../support/azurite.ts';
import { type CountingProxy, startCountingProxy } from '../support/countingProxy.ts';
import { answersIn } from '../support/shownTo.ts';
import { printFigures } from './support/figures.ts';
import { openBenchStage } from './support/openBenchStage.ts';
import { sum } from './support/spread.ts';

// What one question costs: looks at Genie, bytes, and calls of storage, for questions that take Genie 10 s, one after
// the other, and half of them follow-ups. The same without a question is taken off.

const questions = 6;
const genieTakesMs = 10_000;

/** US dollars, list prices of East US; `docs/operations.md` says where from. */
const price = { storageCall: 0.4e-6, gigabyteSecond: 26e-6 };
const memoryGB = 2;

const stage = await openBenchStage();
stage.genie.faults.script('', {
  statuses: [
    { status: 'ASKING_AI', ms: genieTakesMs / 2 },
    { status: 'EXECUTING_QUERY', ms: genieTakesMs / 2 },
    { status: 'COMPLETED', ms: 0 },
  ],
});
const genie = await startCountingProxy(stage.genie.url);
const connector = await startCountingProxy(stage.connector.url);
const tables = await startCountingProxy(stage.storage.tableAddress);
const queues = await startCountingProxy(stage.storage.queueAddress);
const bot = await stage.start({
  AzureWebJobsStorage: toConnectionString(tables.address, queues.address),
  DATABRICKS_HOST: genie.address,
});

async function ask(id: string, earlier: number): Promise<void> {
  const activity = aMessage({
    text: 'Revenue by region',
    serviceUrl: connector.address,
    conversation: { id },
    from: { id, aadObjectId: id },
  });
  await bot.post(activity);
  await stage.connector.waitFor(() => answersIn(stage.connector, id)[earlier], 60_000);
}

const isLook = ({ method, path }: { method: string; path: string }) =>
  method === 'GET' && /\/messages\/[^/]+$/.test(path);
/** The host looks whether there is work, question or not. */
const isIdleLook = ({ method, path }: { method: string; path: string }) =>
  method === 'GET' && path.includes('/messages');
const proxies = { genie, connector, tables, queues };
const counts = () => Object.values(proxies).map(({ exchanges }) => exchanges.length);

// The first question makes the tables.
await ask('first', 0);
const [genieFrom = 0, connectorFrom = 0, tablesFrom = 0, queuesFrom = 0] = counts();
const startedAt = performance.now();
for (let index = 0; index < questions; index += 1) {
  await ask(`person-${index >> 1}`, index % 2);
}
const secondsEach = (performance.now() - startedAt) / 1_000 / questions;
const asked = genie.exchanges.slice(genieFrom);
const looks = asked.filter(isLook);
const work = queues.exchanges.slice(queuesFrom).filter((exchange) => !isIdleLook(exchange));
const rows = tables.exchanges.slice(tablesFrom);
const shown = connector.exchanges.slice(connectorFrom);
const each = (what: readonly unknown[]) => what.length / questions;
const storageCalls = each(rows) + each(work);
const reuse = ({ exchanges, connections }: CountingProxy) => exchanges.length / connections();
const reused = Math.min(...Object.values(proxies).map(reuse));
await stage.close();
await Promise.all(Object.values(proxies).map((proxy) => proxy.close()));

const bytesOf = (exchanges: readonly { bytes: number }[]) =>
  sum(exchanges.map(({ bytes }) => bytes));
const kB = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;
const ofThousand = (dollars: number) => `$${(dollars * 1_000).toFixed(3)}`;
printFigures(`Cost of a question that takes Genie ${genieTakesMs / 1_000} s`, [
  { what: 'looks at Genie', ours: each(looks).toFixed(1) },
  { what: 'other requests to Genie', ours: (each(asked) - each(looks)).toFixed(1) },
  { what: 'bytes of a look, both ways', ours: kB(bytesOf(looks) / looks.length) },
  { what: 'bytes from and to Genie', ours: kB(bytesOf(asked) / questions) },
  { what: 'calls of Table Storage', ours: each(rows).toFixed(1) },
  { what: 'calls of the queue', ours: each(work).toFixed(1) },
  { what: 'requests to the channel', ours: each(shown).toFixed(1) },
  { what: 'requests a connection, the fewest', ours: reused.toFixed(0) },
  {
    what: 'storage for 1,000 questions',
    ours: ofThousand(storageCalls * price.storageCall),
  },
  {
    what: `compute for 1,000 questions, ${memoryGB} GB, each on its own`,
    ours: ofThousand(secondsEach * memoryGB * price.gigabyteSecond),
  },
]);
