import type { DatabaseSync } from 'node:sqlite';
import { createDatabase } from './createDatabase.ts';

/** A few people on two days, where a new day begins. */
const most = 4;

const kept = new Map<string, DatabaseSync>();

/**
 * The database that `createDatabase` makes, filled once for everyone in this process: filling it takes longer than
 * hundreds of statements. Nobody can change it. Those not asked for in a while are forgotten, such as yesterday's.
 */
export function sharedDatabase(
  seed: string,
  today: string,
  regions?: readonly string[],
): DatabaseSync {
  const key = JSON.stringify([seed, today, regions]);
  const database = kept.get(key) ?? readOnly(createDatabase(seed, today, regions));
  kept.delete(key);
  kept.set(key, database);
  for (const [oldest] of kept) if (kept.size > most) kept.delete(oldest);
  return database;
}

function readOnly(database: DatabaseSync): DatabaseSync {
  database.exec('PRAGMA query_only = ON');
  return database;
}
