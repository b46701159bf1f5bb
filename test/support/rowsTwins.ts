import type { Rows } from '../../src/storage/rows/rows.ts';
import { createTableRows } from '../../src/storage/rows/tableRows.ts';
import { createStorageClients } from '../../src/storage/storageClients.ts';
import { startAzurite } from './azurite.ts';
import { createMemoryRows } from './memoryRows.ts';

export interface RowsSource {
  /** Rows that no other test has touched. */
  create(): Rows;
  close(): Promise<void>;
}

/** The two implementations of `Rows`, which the same tests must pass. */
export const rowsTwins: { twin: string; open: () => Promise<RowsSource> }[] = [
  {
    twin: 'in memory',
    open: async () => ({ create: createMemoryRows, close: async () => {} }),
  },
  {
    twin: 'on Azurite',
    async open() {
      const azurite = await startAzurite();
      const value = azurite.connectionString;
      const { openTable } = createStorageClients({ kind: 'connection-string', value });
      let tables = 0;
      return {
        create() {
          tables += 1;
          return createTableRows(openTable(`table${tables}`));
        },
        close: azurite.close,
      };
    },
  },
];
