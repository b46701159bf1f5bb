import type { RowKey, Rows } from './rows.ts';

/** A row that the sweep is to look at. */
export interface Due {
  key: RowKey;
  /** Since when (ms since 1970). */
  at: number;
  /** The entry itself. */
  entry: RowKey;
}

/**
 * Which rows of one kind are to be looked at from when on, so that the sweep reads those and no others. An entry's
 * partition is its time: partitions are kept in the order of their names, and a range of them is read without the rest.
 *
 * Entries are not moved when a row's time is put off, as that happens with every message of a session. The sweep
 * moves one that it finds too early.
 */
export function createDueIndex(rows: Rows, kind: string) {
  const prefix = `due-${kind}-`;
  const partitionOf = (at: number) => prefix + new Date(at).toISOString();

  return {
    /** Adding what is there already changes nothing. */
    async add({ partition, row }: RowKey, at: number): Promise<void> {
      const entry = { partition: partitionOf(at), row: `${partition} ${row}` };
      await rows.insert(entry, { partition, row });
    },
    /** Everything that is due at `now` (ms since 1970), page by page. */
    async *list(now: number, pageSize: number): AsyncIterable<Due[]> {
      const partition = { from: prefix, to: partitionOf(now) };
      for await (const page of rows.list({ partition, pageSize })) {
        yield page.map(({ key: entry, columns }) => ({
          key: { partition: String(columns['partition']), row: String(columns['row']) },
          at: Date.parse(entry.partition.slice(prefix.length)),
          entry,
        }));
      }
    },
    async remove({ entry }: Due): Promise<void> {
      await rows.delete(entry);
    },
  };
}
