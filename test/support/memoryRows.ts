import { encodeKey } from '../../src/storage/rows/encodeKey.ts';
import {
  type Column,
  type Condition,
  defaultPageSize,
  type Row,
  type RowQuery,
  type Rows,
} from '../../src/storage/rows/rows.ts';

/** Rows in this process's memory, with the outcomes and races of the tables. */
export function createMemoryRows(): Rows {
  const rows = new Map<string, Row>();
  let writes = 0;

  function write(name: string, key: Row['key'], columns: Row['columns']): string {
    writes += 1;
    const etag = `"${writes}"`;
    rows.set(
      name,
      Object.freeze({ key: Object.freeze({ ...key }), columns: copyOf(columns), etag }),
    );
    return etag;
  }

  return {
    async get(key) {
      await yieldTurn();
      return rows.get(nameOf(key));
    },
    async insert(key, columns) {
      await yieldTurn();
      const name = nameOf(key);
      return rows.has(name) ? undefined : write(name, key, columns);
    },
    async replace(key, etag, columns) {
      await yieldTurn();
      const name = nameOf(key);
      return rows.get(name)?.etag === etag ? write(name, key, columns) : undefined;
    },
    async delete(key, etag) {
      await yieldTurn();
      const name = nameOf(key);
      const stays = etag !== undefined && rows.get(name)?.etag !== etag;
      return stays ? false : rows.delete(name);
    },
    async *list({ partition, where = [], pageSize = defaultPageSize }) {
      await yieldTurn();
      const found = [...rows.values()].filter(
        (row) =>
          isWithin(row.key.partition, partition) &&
          where.every((condition) => matches(row.columns[condition.column], condition)),
      );
      for (let start = 0; start < found.length; start += pageSize) {
        yield found.slice(start, start + pageSize);
        await yieldTurn();
      }
    },
  };
}

/** Lets others in between, as a call over the network does: a twin that never yields would hide races. */
async function yieldTurn(): Promise<void> {
  await Promise.resolve();
}

function nameOf({ partition, row }: Row['key']): string {
  return JSON.stringify([partition, row]);
}

function isWithin(name: string, range: RowQuery['partition']): boolean {
  if (range === undefined || typeof range === 'string') return name === (range ?? name);
  const [key, from, to] = [name, range.from, range.to].map(encodeKey) as [string, string, string];
  return from <= key && key <= to;
}

/** Nobody can change what is stored, so everyone can be given the same: the histories read rows by the million. */
function copyOf(columns: Row['columns']): Row['columns'] {
  const present = Object.entries(columns).filter(([, value]) => value !== undefined);
  return Object.freeze(Object.fromEntries(present));
}

function matches(found: Column | undefined, { is, value }: Condition): boolean {
  if (found === undefined || typeof found !== typeof value) return false;
  const difference = Number(found) - Number(value);
  switch (is) {
    case 'eq':
      return difference === 0;
    case 'lt':
      return difference < 0;
    case 'le':
      return difference <= 0;
    case 'gt':
      return difference > 0;
  }
}
