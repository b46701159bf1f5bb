import type { Edm, TableEntity } from '@azure/data-tables';
import { decodeKey, encodeKey } from './encodeKey.ts';
import type { Column, Columns, Row, RowKey } from './rows.ts';

/** UTF-16 units in one property; Table Storage takes 32,768 (64 KiB). */
const maxPropertyLength = 30_000;

/** Properties of the service and of `tableRows.ts`: no columns. */
const ownProperties = new Set(['partitionKey', 'rowKey', 'etag', 'timestamp', 'writeId']);

/** A row as it is stored: a long text goes on in the properties `name__1`, `name__2`, … */
export function toEntity(key: RowKey, columns: Columns, writeId: string): TableEntity {
  const entity: TableEntity = {
    partitionKey: encodeKey(key.partition),
    rowKey: encodeKey(key.row),
    writeId,
  };
  for (const [name, value] of Object.entries(columns)) {
    if (value === undefined) continue;
    for (const [index, piece] of split(value).entries()) {
      entity[pieceName(name, index)] = typeof piece === 'number' ? toDouble(piece) : piece;
    }
  }
  return entity;
}

/** The row that `toEntity` was given. */
export function fromEntity(entity: Record<string, unknown>): Row {
  const columns: Columns = {};
  for (const [name, value] of Object.entries(entity)) {
    if (isColumn(value) && !isOwn(name)) columns[name] = join(entity, name, value);
  }
  return {
    key: {
      partition: decodeKey(String(entity['partitionKey'])),
      row: decodeKey(String(entity['rowKey'])),
    },
    columns,
    etag: String(entity['etag']),
  };
}

/** A number without a type is an Int32, and refused where it is larger. */
function toDouble(value: number): Edm<'Double'> {
  return { type: 'Double', value };
}

function split(value: Column): Column[] {
  if (typeof value !== 'string') return [value];
  const pieces: string[] = [];
  let rest = value;
  do {
    // Half of a surrogate pair does not survive UTF-8, so a pair is not cut.
    const cutsPair = /[\uD800-\uDBFF]/.test(rest.charAt(maxPropertyLength - 1));
    const end = cutsPair ? maxPropertyLength - 1 : maxPropertyLength;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  } while (rest !== '');
  return pieces;
}

function join(entity: Record<string, unknown>, name: string, first: Column): Column {
  let whole = first;
  for (let index = 1; ; index += 1) {
    const piece = entity[pieceName(name, index)];
    if (typeof piece !== 'string') return whole;
    whole += piece;
  }
}

function pieceName(name: string, index: number): string {
  return index === 0 ? name : `${name}__${index}`;
}

function isColumn(value: unknown): value is Column {
  return ['string', 'boolean', 'number'].includes(typeof value) || value instanceof Date;
}

function isOwn(name: string): boolean {
  return ownProperties.has(name) || name.startsWith('odata.') || /__\d+$/.test(name);
}
