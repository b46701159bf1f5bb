import type { LokiDatabase } from './azurite.ts';

/**
 * Resolves once everything in the database at the time of the call is on disk; at once if it already is. The file is
 * written next to the old one and renamed, so a killed process leaves one or the other.
 */
export async function saveDatabase(database: LokiDatabase): Promise<void> {
  if (!database.autosaveDirty() && !database.throttledSavePending) return;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  database.saveDatabase((error) => (error ? reject(error) : resolve()));
  try {
    await promise;
  } catch (error) {
    // Loki treats a started save as a completed one.
    for (const collection of database.collections) collection.dirty = true;
    throw error;
  }
}

/**
 * Makes each save of `database` save `needed` before it reaches the disk: anything that one refers to in the other then
 * exists, whenever the process is killed.
 */
export function saveBefore(database: LokiDatabase, needed: LokiDatabase): void {
  const { persistenceAdapter } = database;
  const save = persistenceAdapter.saveDatabase.bind(persistenceAdapter);
  persistenceAdapter.saveDatabase = (file, content, done) => {
    saveDatabase(needed).then(() => save(file, content, done), done);
  };
}
