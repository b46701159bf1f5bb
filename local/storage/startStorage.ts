import { mkdir } from 'node:fs/promises';
import { answerWhenSaved } from './answerWhenSaved.ts';
import { createQueueServer, createTableServer } from './azurite.ts';
import { lockFolder } from './lockFolder.ts';
import { readAccountKey } from './readAccountKey.ts';
import { saveBefore, saveDatabase } from './saveDatabase.ts';
import { setAsideDamaged } from './setAsideDamaged.ts';

interface StorageOptions {
  /** Created if missing. Only one process at a time can use it. */
  dataDir: string;
  /** Gets a sentence about what was wrong with the files of an earlier run. */
  warn: (message: string) => void;
}

export interface LocalStorage {
  connectionString: string;
  close(): Promise<void>;
}

/** Azurite stores the name of the account with each row and message, so another name would hide them all. */
const accountName = 'devstoreaccount1';

/**
 * Starts Azurite's table and queue services in this process, on free loopback ports. A write is answered once it is on
 * disk, so it survives if the process is killed at any moment; by default, Azurite saves every five seconds.
 *
 * Only the folder's own key opens them. Azurite answers to every host name that starts with the account's, so a web
 * page can reach it under a name of its own that leads here; with Azurite's published key it could read everything.
 *
 * @throws AppError `config` when another process uses the folder
 */
export async function startStorage({ dataDir, warn }: StorageOptions): Promise<LocalStorage> {
  await mkdir(dataDir, { recursive: true });
  const lock = lockFolder(dataDir);
  try {
    const account = { name: accountName, key: await readAccountKey(dataDir) };
    const tables = createTableServer(dataDir, account);
    const queues = createQueueServer(dataDir, account);
    const tableRecords = tables.metadataStore.db;
    const messages = queues.metadataStore.db;
    const texts = queues.extentMetadataStore.db;
    await setAsideDamaged([tableRecords.filename], warn);
    await setAsideDamaged([messages.filename, texts.filename], warn);
    answerWhenSaved(tables.httpServer, () => saveDatabase(tableRecords));
    answerWhenSaved(queues.httpServer, () => saveDatabase(messages));
    saveBefore(messages, texts);
    await Promise.all([tables.start(), queues.start()]);

    return {
      connectionString: [
        'DefaultEndpointsProtocol=http',
        `AccountName=${account.name}`,
        `AccountKey=${account.key}`,
        `TableEndpoint=${tables.getHttpServerAddress()}/${account.name}`,
        `QueueEndpoint=${queues.getHttpServerAddress()}/${account.name}`,
      ].join(';'),
      async close() {
        await Promise.all([tables.close(), queues.close()]);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
