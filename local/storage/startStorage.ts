import { mkdir } from 'node:fs/promises';
import { answerWhenSaved } from './answerWhenSaved.ts';
import { createQueueServer, createTableServer } from './azurite.ts';
import { lockFolder } from './lockFolder.ts';
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

const account = 'devstoreaccount1';
/** Azurite's published key, which opens nothing but an Azurite. */
const accountKey =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/**
 * Starts Azurite's table and queue services in this process, on free loopback ports. A write is answered once it is on
 * disk, so it survives if the process is killed at any moment; by default, Azurite saves every five seconds.
 *
 * @throws AppError `config` when another process uses the folder
 */
export async function startStorage({ dataDir, warn }: StorageOptions): Promise<LocalStorage> {
  await mkdir(dataDir, { recursive: true });
  const lock = lockFolder(dataDir);
  try {
    const tables = createTableServer(dataDir);
    const queues = createQueueServer(dataDir);
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
        `AccountName=${account}`,
        `AccountKey=${accountKey}`,
        `TableEndpoint=${tables.getHttpServerAddress()}/${account}`,
        `QueueEndpoint=${queues.getHttpServerAddress()}/${account}`,
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
