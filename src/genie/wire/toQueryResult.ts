import type { QueryResult } from '../types.ts';
import { countRows } from './countRows.ts';
import { omitUndefined } from './omitUndefined.ts';
import type { StatementWire } from './wire.ts';

type Statement = NonNullable<StatementWire['statement_response']>;

/** The rows of a statement, whichever of the two encodings they came in. */
export function toQueryResult({ statement_response: statement }: StatementWire): QueryResult {
  const rows = readRows(statement?.result);
  const manifest = statement?.manifest;
  const { total, hasMore } = countRows(statement ?? {});
  return omitUndefined({
    state: readState(statement),
    columns: readColumns(manifest, rows),
    rows,
    totalRows: total,
    truncated: hasMore || (manifest?.truncated ?? false),
    error: readStatementError(statement),
  });
}

/** A statement without a state is done if it has anything to show. If not, it says nothing. */
export function readState(statement: Statement | undefined): QueryResult['state'] {
  const done = statement?.manifest ?? statement?.result;
  return statement?.status?.state ?? (done ? 'SUCCEEDED' : 'UNKNOWN');
}

/** Why a statement failed, if it did. */
export function readStatementError(statement: Statement | undefined): QueryResult['error'] {
  const error = statement?.status?.error;
  return error && { code: error.error_code ?? 'UNKNOWN', text: error.message ?? '' };
}

/** Values beyond the last column that has a name are shown all the same. */
function readColumns(
  manifest: Statement['manifest'],
  rows: QueryResult['rows'],
): QueryResult['columns'] {
  const columns = (manifest?.schema?.columns ?? []).map((column) =>
    omitUndefined({
      name: column.name ?? '',
      type: column.type_name ?? '',
      typeText: column.type_text,
      scale: column.type_scale,
    }),
  );
  if (columns.length === 0) return [];
  const widest = rows.reduce((most, { length }) => Math.max(most, length), columns.length);
  const named = columns.length;
  const others = Array.from({ length: widest - named }, (_, index) => ({
    name: `Column ${named + index + 1}`,
    type: 'STRING',
  }));
  return [...columns, ...others];
}

/** `data_array` is the documented encoding; `data_typed_array` is still met in the field. */
function readRows(result: Statement['result']): QueryResult['rows'] {
  if (result?.data_array?.length) {
    return result.data_array.map((row) => (Array.isArray(row) ? row.map(readCell) : []));
  }
  return (result?.data_typed_array ?? []).map((row) => {
    const values = readProperty(row, 'values');
    return Array.isArray(values)
      ? values.map((value) => readCell(readProperty(value, 'str') ?? null))
      : [];
  });
}

/** Cells are texts or null by contract; anything else is shown as the JSON it is. */
function readCell(cell: unknown): string | null {
  if (cell === null || typeof cell === 'string') return cell;
  return JSON.stringify(cell);
}

function readProperty(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
