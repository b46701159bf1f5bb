import type { Clock } from '../../common/clock.ts';
import { AppError } from '../../common/errors.ts';
import type { Store } from '../../questions/ports.ts';
import { createDueIndex, type Due } from './dueIndex.ts';
import type { Columns, Row, RowKey, RowQuery, Rows } from './rows.ts';

/** How one kind of value lies in rows. */
export interface DocumentKind<T> {
  /** Tells it from the other kinds in the same table. */
  name: string;
  keyOf(id: string): RowKey;
  /** Copies of what filters and readers of the audit trail need. Nothing is read back from them. */
  columnsOf(value: T): Columns;
  /** When the sweep is to look at the value (ms since 1970), should that be before it expires. */
  dueAt?(value: T): number;
  /** Its rows say nothing about a person, so one that is never swept does no harm. */
  isHarmless?: boolean;
}

export interface DocumentStore<T> extends Store<T> {
  /** Everything that matches and has not expired, page by page. */
  listPages(query: RowQuery): AsyncIterable<T[]>;
  /** Everything that the sweep is to look at by `now` and that has not expired. */
  listDue(now: number): Promise<T[]>;
}

interface DueRow {
  due: Due;
  /** Absent where it has been deleted. */
  row: Row | undefined;
}

/** An entry is written before its row, so one without a row is left alone for this long. */
const beingWrittenMs = 60 * 60_000;

/** Rows read, and deleted, at the same time by a sweep. */
const sweepPageSize = 20;

/**
 * A store of values, each whole in the column `document` as JSON, which alone is read back. What has an `expiresAt`
 * (ms since 1970) is gone from that moment on, whether or not a sweep has deleted it yet.
 */
export function createDocumentStore<T extends { id: string; expiresAt?: number }>(
  rows: Rows,
  clock: Clock,
  { name, keyOf, columnsOf, dueAt = expiryOf, isHarmless = false }: DocumentKind<T>,
): DocumentStore<T> {
  const dueIndex = createDueIndex(rows, name);
  const isLive = (value: T) => expiryOf(value) > clock.now();
  const toColumns = (value: T): Columns => ({
    ...columnsOf(value),
    expiresAt: toDate(value.expiresAt),
    document: JSON.stringify(value),
  });

  async function insertRow(key: RowKey, value: T): Promise<string | undefined> {
    const columns = toColumns(value);
    // Every further turn of the loop means that another writer's change or delete came in between.
    for (;;) {
      const inserted = await rows.insert(key, columns);
      if (inserted) return inserted;
      const present = await rows.get(key);
      if (!present) continue;
      if (isLive(readDocument<T>(present))) return undefined;
      const replaced = await rows.replace(key, present.etag, columns);
      if (replaced) return replaced;
    }
  }

  async function addDue(key: RowKey, value: T): Promise<void> {
    if (value.expiresAt !== undefined) await dueIndex.add(key, dueAt(value));
  }

  /** The rows that are due, each with its entry; `undefined` where the row is gone. */
  async function* readDue(now: number): AsyncIterable<DueRow[]> {
    for await (const page of dueIndex.list(now, sweepPageSize)) {
      yield await Promise.all(page.map(async (due) => ({ due, row: await rows.get(due.key) })));
    }
  }

  /** Deletes a row that has expired; puts the entry of any other where it belongs. True: deleted. */
  async function tidy({ due, row }: DueRow, now: number): Promise<boolean> {
    if (row === undefined) {
      if (due.at <= now - beingWrittenMs) await dueIndex.remove(due);
      return false;
    }
    if (Number(row.columns['expiresAt']) > now) {
      const at = dueAt(readDocument<T>(row));
      if (at <= due.at) return false;
      await dueIndex.add(due.key, at);
      await dueIndex.remove(due);
      return false;
    }
    // By etag: a row that was renewed since it was read stays, and its entry with it.
    if (!(await rows.delete(row.key, row.etag))) return false;
    await dueIndex.remove(due);
    return true;
  }

  return {
    async get(id) {
      const row = await rows.get(keyOf(id));
      const value = row && readDocument<T>(row);
      return value && isLive(value) ? { value, etag: row.etag } : undefined;
    },

    async insert(value) {
      const key = keyOf(value.id);
      const adding = addDue(key, value);
      // A row without an entry would be kept forever. Where that does no harm, the row need not wait for its entry.
      if (!isHarmless) await adding;
      const [etag] = await Promise.all([insertRow(key, value), adding]);
      return etag === undefined ? undefined : { value, etag };
    },

    async replace(current, next) {
      // Put off, its entry is found too early and moved; brought forward, it would be found too late.
      if (dueAt(next) < dueAt(current.value)) await addDue(keyOf(next.id), next);
      const etag = await rows.replace(keyOf(current.value.id), current.etag, toColumns(next));
      return etag === undefined ? undefined : { value: next, etag };
    },

    async delete(id) {
      await rows.delete(keyOf(id));
    },

    async deleteExpired(now) {
      let count = 0;
      for await (const page of readDue(now)) {
        const deleted = await Promise.all(page.map((each) => tidy(each, now)));
        count += deleted.filter(Boolean).length;
      }
      return count;
    },

    async *listPages(query) {
      for await (const page of rows.list(query)) yield page.map(readDocument<T>).filter(isLive);
    },

    async listDue(now) {
      const values: T[] = [];
      for await (const page of readDue(now)) {
        values.push(...page.flatMap(({ row }) => (row ? readDocument<T>(row) : [])).filter(isLive));
      }
      return values;
    },
  };
}

/** A time in ms since 1970, as a column. */
export function toDate(ms: number | undefined): Date | undefined {
  return ms === undefined ? undefined : new Date(ms);
}

function expiryOf({ expiresAt = Number.POSITIVE_INFINITY }: { expiresAt?: number }): number {
  return expiresAt;
}

function readDocument<T>({ columns }: Row): T {
  try {
    return JSON.parse(String(columns['document'])) as T;
  } catch (cause) {
    throw new AppError('storage', 'A stored row holds no readable document', { cause });
  }
}
