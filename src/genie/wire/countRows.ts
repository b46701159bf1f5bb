import type { StatementWire } from './wire.ts';

type Statement = NonNullable<StatementWire['statement_response']>;
type Result = NonNullable<Statement['result']>;
type Manifest = NonNullable<Statement['manifest']>;

/** What a statement says about how many rows its result has. */
export interface RowCount {
  /** The largest of all numbers that it states or implies; `undefined` if there is none. */
  total: number | undefined;
  /** Whether it says that more rows follow, without saying how many. */
  hasMore: boolean;
}

/**
 * Counts the rows of a whole result. Any of these numbers can be missing, and if two of them disagree, the larger one
 * counts: a whole table taken for a part costs a download, a part taken for the whole is a lie.
 */
export function countRows({ manifest, result }: Statement): RowCount {
  const sent = [
    ...endsOf(result ? [{ ...result, row_count: result.row_count ?? countSent(result) }] : []),
    ...endsOf(result?.external_links ?? []),
  ];
  const whole = [manifest?.total_row_count ?? -1, ...endsOf(manifest?.chunks ?? [])];
  const total = Math.max(...sent, ...whole);
  const isAllSent = total <= Math.max(-1, ...sent);
  return {
    total: total < 0 ? undefined : total,
    hasMore: (isAllSent && hasNext(result)) || hasUncountedChunks(manifest, result),
  };
}

interface Part {
  row_offset?: number | undefined;
  row_count?: number | undefined;
}

/** Where each part ends in the whole, and all of them together. */
function endsOf(parts: readonly Part[]): number[] {
  const counted = parts.flatMap(({ row_count, row_offset = 0 }) =>
    row_count === undefined ? [] : [{ count: row_count, end: row_offset + row_count }],
  );
  if (counted.length === 0) return [];
  return [counted.reduce((sum, { count }) => sum + count, 0), ...counted.map(({ end }) => end)];
}

function countSent({ data_array, data_typed_array }: Result): number | undefined {
  return data_array || data_typed_array
    ? Math.max(data_array?.length ?? 0, data_typed_array?.length ?? 0)
    : undefined;
}

function hasNext(result: Result | undefined): boolean {
  return [result, result?.external_links.at(-1)].some(
    (part) => (part?.next_chunk_index ?? 0) > 0 || Boolean(part?.next_chunk_internal_link),
  );
}

/** A result comes chunk by chunk, and only the first is ever sent with it. */
function hasUncountedChunks(manifest: Manifest | undefined, result: Result | undefined): boolean {
  const { chunks = [], total_chunk_count = 0, total_row_count } = manifest ?? {};
  const isCounted =
    total_row_count !== undefined ||
    (chunks.length >= total_chunk_count && chunks.every((chunk) => chunk.row_count !== undefined));
  const sent = Math.max(1, result?.external_links.length ?? 0);
  return !isCounted && Math.max(chunks.length, total_chunk_count) > sent;
}
