import type { ShapeVariants } from './faults.ts';
import type { WireColumn } from './protocol.ts';
import type { Column, Statement } from './warehouse.ts';

/** Genie returns at most this many rows of a result; the rest has to be downloaded. */
export const MAX_ROWS = 5000;

/** The `statement_response` of a statement that succeeded; `data_array` is absent if there are no rows. */
export function describeResult(
  statement: Statement,
  rows: readonly (string | null)[][],
  shapes: ShapeVariants,
): unknown {
  const shown = rows.slice(0, MAX_ROWS);
  const chunk = { chunk_index: 0, row_offset: 0, row_count: shown.length };
  return {
    statement_id: statement.id,
    status: { state: 'SUCCEEDED' },
    manifest: {
      format: 'JSON_ARRAY',
      schema: {
        column_count: statement.columns.length,
        columns: statement.columns.map(describeColumn),
      },
      total_chunk_count: 1,
      chunks: [chunk],
      total_row_count: rows.length,
      truncated: rows.length > MAX_ROWS,
    },
    result: shapes.nullResult ? null : { ...chunk, ...encodeRows(shown, shapes) },
  };
}

function describeColumn({ name, type }: Column, position: number): WireColumn {
  const [, typeName = type, precision, scale] = /^(\w+)\((\d+),(\d+)\)$/.exec(type) ?? [];
  return {
    name,
    position,
    type_name: typeName === 'BIGINT' ? 'LONG' : typeName,
    type_text: type,
    ...(precision !== undefined && { type_precision: Number(precision) }),
    ...(scale !== undefined && { type_scale: Number(scale) }),
  };
}

function encodeRows(rows: readonly (string | null)[][], { typedRows }: ShapeVariants): object {
  if (rows.length === 0) return {};
  if (!typedRows) return { data_array: rows };
  return {
    data_typed_array: rows.map((row) => ({
      values: row.map((value) => (value === null ? {} : { str: value })),
    })),
  };
}
