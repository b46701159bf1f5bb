import type { Rows } from '../../../src/storage/rows/rows.ts';
import type { MemoryQueue } from '../../support/memoryQueue.ts';
import { createMemoryRows } from '../../support/memoryRows.ts';

/** Calls that Azure would bill. */
export interface StorageCalls {
  tables: number;
  queue: number;
}

/** Rows in memory that count a call for each request that Table Storage would get. */
export function createCountedRows(calls: StorageCalls): Rows {
  const rows = createMemoryRows();
  const counted =
    <Args extends unknown[], T>(call: (...args: Args) => T) =>
    (...args: Args): T => {
      calls.tables += 1;
      return call(...args);
    };
  return {
    get: counted(rows.get),
    insert: counted(rows.insert),
    replace: counted(rows.replace),
    delete: counted(rows.delete),
    async *list(query) {
      calls.tables += 1;
      let isFirst = true;
      for await (const page of rows.list(query)) {
        if (!isFirst) calls.tables += 1;
        isFirst = false;
        yield page;
      }
    },
  };
}

/** Counts what is put into a queue, each message that is received, and each that is deleted; not the empty looks. */
export function countQueue<T>(queue: MemoryQueue<T>, calls: StorageCalls): void {
  const { send, receive } = queue;
  queue.send = (...args) => {
    calls.queue += 1;
    return send(...args);
  };
  queue.receive = async (...args) => {
    const received = await receive(...args);
    if (!received) return received;
    calls.queue += 1;
    const { complete } = received;
    return {
      ...received,
      complete() {
        calls.queue += 1;
        return complete();
      },
    };
  };
}
