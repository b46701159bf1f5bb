/** What one column of a row can hold. Times are `Date`s, so that the tables' own filters can compare them. */
export type Column = string | boolean | number | Date;

/** A column that is `undefined` is not there. */
export type Columns = Record<string, Column | undefined>;

/** Two texts of any characters, that together name one row. */
export interface RowKey {
  partition: string;
  row: string;
}

export interface Row {
  key: RowKey;
  columns: Columns;
  etag: string;
}

/** A row without the column, or with another type in it, does not match. */
export interface Condition {
  column: string;
  is: 'eq' | 'lt' | 'le' | 'gt';
  value: boolean | Date;
}

/** Rows that match every condition, of one partition, or of all from one to another in the order of stored keys. */
export interface RowQuery {
  partition?: string | { from: string; to: string };
  where?: Condition[];
  /** At most this many rows to a page; 100 unless told. */
  pageSize?: number;
}

/**
 * Flat rows in partitions, on Table Storage (`tableRows.ts`) or, in tests, in memory. A row that is not there,
 * is there already, or has another etag is an ordinary outcome; everything else that goes wrong throws an `AppError`
 * with the code `storage`.
 */
export interface Rows {
  get(key: RowKey): Promise<Row | undefined>;
  /** The etag of the new row; `undefined`: there is one with this key. */
  insert(key: RowKey, columns: Columns): Promise<string | undefined>;
  /** The new etag; `undefined`: the row changed or vanished since it had `etag`. */
  replace(key: RowKey, etag: string, columns: Columns): Promise<string | undefined>;
  /** Whether there was something to delete: any row with this key or, with an etag, that very version of it. */
  delete(key: RowKey, etag?: string): Promise<boolean>;
  /** Pages in no particular order; rows can be deleted while they are read. */
  list(query: RowQuery): AsyncIterable<Row[]>;
}

export const defaultPageSize = 100;
