import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The part of LokiJS used here, the in-memory database in which Azurite keeps its records. */
export interface LokiDatabase {
  filename: string;
  collections: { dirty: boolean }[];
  persistenceAdapter: {
    saveDatabase(file: string, content: string, done: (error?: Error | null) => void): void;
  };
  /** Whether something changed since the last save began. */
  autosaveDirty(): boolean;
  /** Whether a save is in progress. */
  throttledSavePending: boolean;
  /** Saves everything. All calls during a save share one save after it. */
  saveDatabase(done: (error?: Error | null) => void): void;
}

/** The only account that can use a server. */
export interface StorageAccount {
  name: string;
  /** In Base64. */
  key: string;
}

/** Azurite has no types for deep imports. */
interface AzuriteServer {
  httpServer: Server;
  metadataStore: { db: LokiDatabase };
  accountDataStore: { getAccount(name: string): { name: string; key1: Buffer } | undefined };
  start(): Promise<void>;
  close(): Promise<void>;
  getHttpServerAddress(): string;
}

interface AzuriteQueueServer extends AzuriteServer {
  extentMetadataStore: { db: LokiDatabase };
}

type Constructor<T> = new (...settings: unknown[]) => T;

const require = createRequire(import.meta.url);
const load = <T>(path: string): Constructor<T> => require(`azurite/dist/src/${path}.js`).default;

const listen = ['127.0.0.1', 0, 5];
// Azurite 3.36 doesn't know the API version of the current queue client, so it must not compare versions.
const lenientWithoutCertificates = [false, true, '', '', '', undefined, false, false];

const accessLog = false;
const debugLog = false;

/** Azurite's table service over files in `dataDir`, not started yet. */
export function createTableServer(dataDir: string, account: StorageAccount): AzuriteServer {
  const TableServer = load<AzuriteServer>('table/TableServer');
  const TableConfiguration = load<object>('table/TableConfiguration');
  const server = new TableServer(
    new TableConfiguration(
      ...listen,
      join(dataDir, 'tables.json'),
      ...[debugLog, accessLog, undefined, undefined],
      ...lenientWithoutCertificates,
    ),
  );
  letIn(account, server);
  return server;
}

/** Azurite's queue service over files in `dataDir`, not started yet. Each message's text is a separate file. */
export function createQueueServer(dataDir: string, account: StorageAccount): AzuriteQueueServer {
  const QueueServer = load<AzuriteQueueServer>('queue/QueueServer');
  const QueueConfiguration = load<object>('queue/QueueConfiguration');
  const texts = { locationId: 'Default', locationPath: join(dataDir, 'texts'), maxConcurrency: 1 };
  const server = new QueueServer(
    new QueueConfiguration(
      ...listen,
      join(dataDir, 'queues.json'),
      join(dataDir, 'texts.json'),
      [texts],
      ...[accessLog, undefined, debugLog, undefined],
      ...lenientWithoutCertificates,
    ),
  );
  letIn(account, server);
  return server;
}

/**
 * Makes a server know one account and its key. On its own, Azurite takes them from the environment variable
 * `AZURITE_ACCOUNTS`, which all servers in this process share and which can be set for another Azurite, or else knows an
 * account whose key is published.
 */
function letIn({ name, key }: StorageAccount, { accountDataStore }: AzuriteServer): void {
  const account = { name, key1: Buffer.from(key, 'base64') };
  accountDataStore.getAccount = (asked) => (asked === name ? account : undefined);
}
