import { createRequire } from 'node:module';

/** A row as Azurite keeps it in memory. */
interface StoredRow {
  PartitionKey: string;
  RowKey: string;
  $loki?: number;
  meta?: unknown;
}

interface Collection {
  find(): StoredRow[];
  insert(rows: StoredRow[]): unknown;
}

interface TableStore {
  db: { listCollections(): { name: string }[]; getCollection(name: string): Collection };
  insertTableEntity(...args: unknown[]): unknown;
}

/**
 * Reaches past the API of the Azurite in this process, from the next row on that is added to it: a hundred thousand
 * rows would take it a quarter of an hour.
 */
export function openAzuriteRows() {
  const require = createRequire(import.meta.url);
  const { prototype }: { prototype: TableStore } =
    require('azurite/dist/src/table/persistence/LokiTableMetadataStore.js').default;
  const { insertTableEntity } = prototype;
  let store: TableStore | undefined;
  prototype.insertTableEntity = function (...args) {
    store = this;
    return insertTableEntity.apply(this, args);
  };
  const collectionOf = (table: string): Collection => {
    const found = store?.db.listCollections().find(({ name }) => name.endsWith(table));
    if (store === undefined || found === undefined) throw new Error(`No row of ${table} was added`);
    return store.db.getCollection(found.name);
  };

  return {
    /** The partition of each row. */
    partitions: (table: string) =>
      collectionOf(table)
        .find()
        .map((row) => row.PartitionKey),
    /** Adds `count` copies of every row that has `name` in its keys, each with a name of its own in its place. */
    multiply(table: string, name: string, count: number): void {
      const collection = collectionOf(table);
      const templates = collection
        .find()
        .filter((row) => (row.PartitionKey + row.RowKey).includes(name))
        .map(({ $loki: _id, meta: _meta, ...row }) => JSON.stringify(row));
      const copies = (index: number) =>
        templates.map((text) => JSON.parse(text.replaceAll(name, `${name}${index}`)) as StoredRow);
      collection.insert(Array.from({ length: count }, (_, index) => copies(index)).flat());
    },
  };
}
