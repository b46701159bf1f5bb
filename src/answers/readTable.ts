import type { QueryAttachment, QueryResult, ResultColumn } from '../genie/types.ts';
import type { AnswerColumn, AnswerTable, Thought } from './answer.ts';
import type { MissingRows, RowsError } from './missingRows.ts';
import { readSources } from './sources/readSources.ts';

/** The rows of one query, or why there are none. */
export type FetchedRows =
  | (QueryResult & {
      /** The query has run once more, so what Genie said about the first run no longer counts. */
      isRerun?: boolean;
      /** When it ran, if it's known; milliseconds since 1970. */
      ranAt?: number;
    })
  | {
      error: MissingRows;
      /** A later try might find them. */
      canRetry?: boolean;
    };

const unreadable: ReadonlyMap<string, MissingRows> = new Map([
  ['PENDING', 'not-started'],
  ['RUNNING', 'still-running'],
  ['FAILED', 'failed'],
  ['CANCELED', 'cancelled'],
  ['CLOSED', 'expired'],
]);

/** One query and its rows as a table of the answer. A table without rows to show says why in `error`. */
export function readTable(query: QueryAttachment, fetched: FetchedRows | undefined): AnswerTable {
  const result = fetched !== undefined && 'columns' in fetched ? fetched : undefined;
  const error = findError(fetched);
  const rows = error === undefined ? (result?.rows ?? []) : [];
  const { title, description } = query;
  const sources = readSources(query.sql);
  return {
    attachmentId: query.id,
    ...(title && { title }),
    ...(description && { description }),
    sql: query.sql,
    thoughts: query.thoughts.map(readThought).filter(({ text }) => text.trim() !== ''),
    ...(sources.length > 0 && { sources }),
    ...readTrust(query),
    ...(result?.ranAt !== undefined && { readAt: result.ranAt }),
    columns: (result?.columns ?? []).map(readColumn),
    rows,
    ...countRows(query, result, rows.length),
    ...(error !== undefined && { error, ...(canRetry(fetched) && { canRetry: true }) }),
  };
}

/** A query that was still running, or whose result is gone, can be read later. One that failed would fail again. */
function canRetry(fetched: FetchedRows | undefined): boolean {
  if (fetched === undefined) return true;
  return 'columns' in fetched ? fetched.state !== 'FAILED' : (fetched.canRetry ?? false);
}

/** If Genie and the result disagree, the table has as many rows as either says. */
function countRows(
  query: QueryAttachment,
  result: Exclude<FetchedRows, { error: string }> | undefined,
  sent: number,
): Pick<AnswerTable, 'totalRows' | 'truncated'> {
  const first = result?.isRerun ? undefined : query;
  const counts = [first?.rowCount, result?.totalRows].filter((count) => count !== undefined);
  const isUncounted = result !== undefined && sent === 0 && counts.length === 0;
  return {
    totalRows: Math.max(sent, ...counts),
    truncated: isUncounted || (first?.truncated ?? false) || (result?.truncated ?? false),
  };
}

const thoughtKinds: ReadonlyMap<string, NonNullable<Thought['kind']>> = new Map([
  ['THOUGHT_TYPE_DESCRIPTION', 'description'],
  ['THOUGHT_TYPE_UNDERSTANDING', 'understanding'],
  ['THOUGHT_TYPE_DATA_SOURCING', 'data-sourcing'],
  ['THOUGHT_TYPE_INSTRUCTIONS', 'instructions'],
  ['THOUGHT_TYPE_STEPS', 'steps'],
]);

function readThought({ type, content }: QueryAttachment['thoughts'][number]): Thought {
  const kind = thoughtKinds.get(type);
  return { ...(kind && { kind }), text: content };
}

/**
 * The API has no flag for it, but only the parameterized queries that a space's authors wrote have parameters, and
 * Genie calls what it answers with one of these trusted.
 * https://learn.microsoft.com/azure/databricks/genie/trusted-assets
 */
function readTrust({ parameters }: QueryAttachment): Pick<AnswerTable, 'isTrusted' | 'parameters'> {
  if (parameters.length === 0) return {};
  const named = parameters
    .map(({ keyword, value }) => ({ name: keyword.trim(), value: value.trim() }))
    .filter(({ name, value }) => name !== '' && value !== '');
  return { isTrusted: true, ...(named.length > 0 && { parameters: named }) };
}

function findError(fetched: FetchedRows | undefined): RowsError | undefined {
  if (fetched === undefined) return 'not-loaded';
  if (!('columns' in fetched)) return fetched.error;
  const reason = unreadable.get(fetched.state);
  if (reason === undefined) return undefined;
  return fetched.error?.text ? { said: fetched.error.text } : reason;
}

function readColumn({ name, type, typeText, scale }: ResultColumn): AnswerColumn {
  const stated = /^DECIMAL\(\d+,\s*(\d+)\)$/i.exec(typeText ?? '')?.[1];
  const digits = scale ?? (stated === undefined ? undefined : Number(stated));
  return { name, type: type.toUpperCase(), ...(digits !== undefined && { scale: digits }) };
}
