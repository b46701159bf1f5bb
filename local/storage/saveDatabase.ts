import type { LokiDatabase } from './azurite.ts';

/**
 * Resolves when everything that was in the database at the time of the call is on disk; at once when it is already.
 * A file is written beside the old one and renamed, so a killed process leaves either of the two.
 */
export async function saveDatabase(database: LokiDatabase): Promise<void> {
  if (!database.autosaveDirty() && !database.throttledSavePending) return;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  database.saveDatabase((error) => (error ? reject(error) : resolve()));
  try {
    await promise;
  } catch (error) {
    // Loki takes a save that it began for a save that was made.
    for (const collection of database.collections) collection.dirty = true;
    throw error;
  }
}

/**
 * Makes each save of `database` save `needed` before it reaches the disk: what the one refers to in the other is then
 * there, whenever the process is killed.
 */
export function saveBefore(database: LokiDatabase, needed: LokiDatabase): void {
  const { persistenceAdapter } = database;
  const save = persistenceAdapter.saveDatabase.bind(persistenceAdapter);
  persistenceAdapter.saveDatabase = (file, content, done) => {
    saveDatabase(needed).then(() => save(file, content, done), done);
  };
}
