import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../../src/common/errors.ts';

/**
 * Reserves a folder for this process until `release` is called or the process ends, however it ends. An open SQLite
 * transaction is the lock: the system drops it with the process, so no stale lock can remain.
 *
 * @throws AppError `config` when another process has the folder
 */
export function lockFolder(dir: string): { release(): void } {
  const database = new DatabaseSync(join(dir, 'lock.sqlite'));
  try {
    // The process id is for processes that are turned away. They can read it while the second transaction is open.
    database.exec(
      `BEGIN IMMEDIATE; PRAGMA user_version = ${process.pid}; COMMIT; BEGIN IMMEDIATE;`,
    );
  } catch (error) {
    const holder = database.prepare('PRAGMA user_version').get()?.['user_version'];
    database.close();
    throw new AppError(
      'config',
      `The data folder ${dir} is in use by process ${holder}. To run a second instance, set LOCAL_DATA_DIR to another folder, or AzureWebJobsStorage to storage that both share.`,
      { cause: error },
    );
  }
  return { release: () => database.close() };
}
