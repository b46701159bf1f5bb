import type { QueryAttachment, QueryResult, ResultColumn } from '../genie/types.ts';
import type { AnswerColumn, AnswerTable } from './answer.ts';

/** The rows of one query, or why there are none. */
export type FetchedRows = QueryResult | { error: string };

const unreadable: ReadonlyMap<string, string> = new Map([
  ['PENDING', 'The query hadn’t started.'],
  ['RUNNING', 'The query was still running.'],
  ['FAILED', 'The query failed.'],
  ['CANCELED', 'The query was cancelled.'],
  ['CLOSED', 'The result has expired.'],
]);

/** One query and its rows as a table of the answer. A table without rows to show says why in `error`. */
export function readTable(query: QueryAttachment, fetched: FetchedRows | undefined): AnswerTable {
  const result = fetched !== undefined && 'columns' in fetched ? fetched : undefined;
  const error = findError(fetched);
  const rows = error === undefined ? (result?.rows ?? []) : [];
  const { title, description } = query;
  return {
    attachmentId: query.id,
    ...(title && { title }),
    ...(description && { description }),
    sql: query.sql,
    thoughts: query.thoughts.map(({ content }) => content).filter((text) => text.trim() !== ''),
    columns: (result?.columns ?? []).map(readColumn),
    rows,
    totalRows: result ? Math.max(result.totalRows, rows.length) : (query.rowCount ?? 0),
    truncated: query.truncated || (result?.truncated ?? false),
    ...(error !== undefined && { error }),
  };
}

function findError(fetched: FetchedRows | undefined): string | undefined {
  if (fetched === undefined) return 'The rows weren’t loaded.';
  if (!('columns' in fetched)) return fetched.error;
  const reason = unreadable.get(fetched.state);
  return reason === undefined ? undefined : (fetched.error?.text ?? reason);
}

function readColumn({ name, type, typeText, scale }: ResultColumn): AnswerColumn {
  const stated = /^DECIMAL\(\d+,\s*(\d+)\)$/i.exec(typeText ?? '')?.[1];
  const digits = scale ?? (stated === undefined ? undefined : Number(stated));
  return { name, type: type.toUpperCase(), ...(digits !== undefined && { scale: digits }) };
}
