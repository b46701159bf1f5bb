import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import type { Store } from '../questions/ports.ts';
import type { Columns, Row, RowKey, RowQuery, Rows } from './rows.ts';

/** How one kind of value lies in rows. */
export interface DocumentKind<T> {
  keyOf(id: string): RowKey;
  /** Copies of what filters and readers of the audit trail need. Nothing is read back from them. */
  columnsOf(value: T): Columns;
}

export interface DocumentStore<T> extends Store<T> {
  /** Everything that matches and has not expired, page by page. */
  listPages(query: RowQuery): AsyncIterable<T[]>;
}

/** Rows deleted at the same time by a sweep. */
const sweepPageSize = 20;

/**
 * A store of values, each whole in the column `document` as JSON, which alone is read back. What has an `expiresAt`
 * (ms since 1970) is gone from that moment on, whether or not a sweep has deleted it yet.
 */
export function createDocumentStore<T extends { id: string; expiresAt?: number }>(
  rows: Rows,
  clock: Clock,
  { keyOf, columnsOf }: DocumentKind<T>,
): DocumentStore<T> {
  const isLive = ({ expiresAt }: T) => expiresAt === undefined || expiresAt > clock.now();
  const toColumns = (value: T): Columns => ({
    ...columnsOf(value),
    expiresAt: toDate(value.expiresAt),
    document: JSON.stringify(value),
  });

  return {
    async get(id) {
      const row = await rows.get(keyOf(id));
      const value = row && readDocument<T>(row);
      return value && isLive(value) ? { value, etag: row.etag } : undefined;
    },

    async insert(value) {
      const key = keyOf(value.id);
      const columns = toColumns(value);
      // Every further turn of the loop means that somebody else's write or delete came in between.
      for (;;) {
        const inserted = await rows.insert(key, columns);
        if (inserted) return { value, etag: inserted };
        const present = await rows.get(key);
        if (!present) continue;
        if (isLive(readDocument<T>(present))) return undefined;
        const replaced = await rows.replace(key, present.etag, columns);
        if (replaced) return { value, etag: replaced };
      }
    },

    async replace(current, next) {
      const etag = await rows.replace(keyOf(current.value.id), current.etag, toColumns(next));
      return etag === undefined ? undefined : { value: next, etag };
    },

    async delete(id) {
      await rows.delete(keyOf(id));
    },

    async deleteExpired(now) {
      const where = [{ column: 'expiresAt', is: 'le' as const, value: new Date(now) }];
      let count = 0;
      for await (const page of rows.list({ where, pageSize: sweepPageSize })) {
        // By etag: a row that was renewed since it was listed stays.
        const deleted = await Promise.all(page.map(({ key, etag }) => rows.delete(key, etag)));
        count += deleted.filter(Boolean).length;
      }
      return count;
    },

    async *listPages(query) {
      for await (const page of rows.list(query)) yield page.map(readDocument<T>).filter(isLive);
    },
  };
}

/** A time in ms since 1970, as a column. */
export function toDate(ms: number | undefined): Date | undefined {
  return ms === undefined ? undefined : new Date(ms);
}

function readDocument<T>({ columns }: Row): T {
  try {
    return JSON.parse(String(columns['document'])) as T;
  } catch (cause) {
    throw new AppError('storage', 'A stored row holds no readable document', { cause });
  }
}
