import { randomUUID } from 'node:crypto';
import type { TableClient, TableEntity } from '@azure/data-tables';
import { type CallOptions, callStorage, serviceCodeOf, unlessAnswered } from './callStorage.ts';
import { encodeKey } from './encodeKey.ts';
import { type Condition, defaultPageSize, type RowKey, type RowQuery, type Rows } from './rows.ts';
import { fromEntity, toEntity } from './tableEntity.ts';

const missing = ['ResourceNotFound', 'TableNotFound'];

/**
 * Rows of one Azure table, which the first insert creates.
 *
 * The client repeats a call whose reply was lost. If the first try had been carried out, the second meets its own
 * work: an insert finds the row there (409), a replace finds another etag (412). So every write leaves an id of its
 * own in the row, and a write that seems to have lost looks whether the winner was itself. A repeated delete cannot
 * tell, and says that there was nothing.
 */
export function createTableRows(table: TableClient): Rows {
  async function readOwnWrite(
    { partitionKey, rowKey, writeId }: TableEntity,
    options: CallOptions,
  ): Promise<string | undefined> {
    const found = await unlessAnswered(table.getEntity(partitionKey, rowKey, options), ...missing);
    return found?.['writeId'] === writeId ? found?.etag : undefined;
  }

  async function addEntity(entity: TableEntity, options: CallOptions): Promise<string | undefined> {
    try {
      return (await table.createEntity(entity, options)).etag;
    } catch (error) {
      if (serviceCodeOf(error) !== 'TableNotFound') throw error;
      await table.createTable(options);
      return (await table.createEntity(entity, options)).etag;
    }
  }

  return {
    get: (key) =>
      callStorage('read a row', async (options) => {
        const found = table.getEntity(...namesOf(key), options);
        const entity = await unlessAnswered(found, ...missing);
        return entity && fromEntity(entity);
      }),

    insert: (key, columns) =>
      callStorage('add a row', async (options) => {
        const entity = toEntity(key, columns, randomUUID());
        const added = addEntity(entity, options);
        return (
          (await unlessAnswered(added, 'EntityAlreadyExists')) ?? readOwnWrite(entity, options)
        );
      }),

    replace: (key, etag, columns) =>
      callStorage('replace a row', async (options) => {
        const entity = toEntity(key, columns, randomUUID());
        const replaced = table.updateEntity(entity, 'Replace', { ...options, etag });
        const lost = ['UpdateConditionNotSatisfied', ...missing];
        return (await unlessAnswered(replaced, ...lost))?.etag ?? readOwnWrite(entity, options);
      }),

    delete: (key, etag = '*') =>
      callStorage('delete a row', async (options) => {
        const deleted = table.deleteEntity(...namesOf(key), { ...options, etag });
        const kept = ['UpdateConditionNotSatisfied', ...missing];
        return (await unlessAnswered(deleted, ...kept)) !== undefined;
      }),

    async *list({ partition, where = [], pageSize = defaultPageSize }) {
      const filter = toFilter(partition, where);
      let continuationToken: string | undefined;
      do {
        const page = await callStorage('list rows', (options) =>
          unlessAnswered(readPage(filter, pageSize, continuationToken, options), ...missing),
        );
        if (page) yield page.map(fromEntity);
        continuationToken = page?.continuationToken;
      } while (continuationToken);
    },
  };

  /** One page to a call, so that the deadline is the page's and not the listing's. */
  async function readPage(
    filter: string,
    maxPageSize: number,
    continuationToken: string | undefined,
    options: CallOptions,
  ) {
    const settings = continuationToken ? { maxPageSize, continuationToken } : { maxPageSize };
    const queryOptions = filter ? { filter } : {};
    const pages = table.listEntities({ ...options, queryOptions }).byPage(settings);
    const { value } = await pages[Symbol.asyncIterator]().next();
    return value;
  }
}

function namesOf({ partition, row }: RowKey): [string, string] {
  return [encodeKey(partition), encodeKey(row)];
}

/** https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities */
function toFilter(partition: RowQuery['partition'], where: Condition[]): string {
  const terms = where.map(({ column, is, value }) => `${column} ${is} ${toLiteral(value)}`);
  return [...partitionTerms(partition), ...terms].join(' and ');
}

function partitionTerms(partition: RowQuery['partition']): string[] {
  if (partition === undefined) return [];
  if (typeof partition === 'string') return [`PartitionKey eq '${encodeKey(partition)}'`];
  const [from, to] = [partition.from, partition.to].map(encodeKey);
  return [`PartitionKey ge '${from}'`, `PartitionKey le '${to}'`];
}

function toLiteral(value: Condition['value']): string {
  return value instanceof Date ? `datetime'${value.toISOString()}'` : String(value);
}
