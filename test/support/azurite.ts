import { createRequire } from 'node:module';
import { until } from './until.ts';

/** The part of Azurite's servers that is used here; the package has no types for them. */
interface Server {
  start(): Promise<void>;
  close(): Promise<void>;
  getHttpServerAddress(): string;
}
interface QueueServer extends Server {
  /** LokiJS, in which Azurite keeps its records. */
  metadataStore: { db: { getCollection(name: string): Messages } };
}
interface Messages {
  count(): number;
  /** `timeNextVisible` is in milliseconds since 1970. */
  findAndUpdate(filter: object, update: (message: { timeNextVisible: number }) => void): void;
}
type Constructor<T> = new (...settings: unknown[]) => T;

const require = createRequire(import.meta.url);

function load<T>(path: string): Constructor<T> {
  return require(`azurite/dist/src/${path}.js`).default;
}

const account = 'devstoreaccount1';
/** Azurite's published key, which opens nothing but an Azurite. */
const accountKey =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

export interface Azurite {
  /** Addresses of the two services, without the account. */
  tableAddress: string;
  queueAddress: string;
  connectionString: string;
  /**
   * Brings everything forward that is hidden in a queue, be it until its time or by a receiver that was killed, and
   * resolves when all of it has been received and dealt with: nothing is left then that could still happen.
   *
   * @throws Error when that is not so after 30 s
   */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** Starts Azurite's tables and queues in this process, on free ports, with everything in memory. */
export async function startAzurite(): Promise<Azurite> {
  const TableServer = load<Server>('table/TableServer');
  const TableConfiguration = load<object>('table/TableConfiguration');
  const QueueServer = load<QueueServer>('queue/QueueServer');
  const QueueConfiguration = load<object>('queue/QueueConfiguration');

  const listen = ['127.0.0.1', 0, 5];
  const noFiles = '';
  const [accessLog, debugLog, logFile] = [false, false, undefined];
  // Azurite 3.36 does not know the queue client's API version, so the check of versions is skipped.
  const lenient = [false, true];
  const inMemory = ['', '', '', undefined, false, true];
  const tableLogs = [debugLog, accessLog, logFile, logFile];
  const queueLogs = [accessLog, logFile, debugLog, logFile];
  const tables = new TableServer(
    new TableConfiguration(...listen, noFiles, ...tableLogs, ...lenient, ...inMemory),
  );
  const queues = new QueueServer(
    new QueueConfiguration(...listen, noFiles, noFiles, [], ...queueLogs, ...lenient, ...inMemory),
  );
  await Promise.all([tables.start(), queues.start()]);

  const tableAddress = tables.getHttpServerAddress();
  const queueAddress = queues.getHttpServerAddress();
  return {
    tableAddress,
    queueAddress,
    connectionString: toConnectionString(tableAddress, queueAddress),
    async drain() {
      const messages = queues.metadataStore.db.getCollection('$MESSAGES_COLLECTION$');
      const now = Date.now();
      messages.findAndUpdate({}, (message) => {
        message.timeNextVisible = now;
      });
      await until(() => messages.count() === 0);
    },
    async close() {
      await Promise.all([tables.close(), queues.close()]);
    },
  };
}

/** A connection string for Azurite's account behind other addresses, such as a proxy's. */
export function toConnectionString(tableAddress: string, queueAddress: string): string {
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${account}`,
    `AccountKey=${accountKey}`,
    `TableEndpoint=${tableAddress}/${account}`,
    `QueueEndpoint=${queueAddress}/${account}`,
  ].join(';');
}
