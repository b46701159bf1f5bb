import { parseJson } from '../../common/parseJson.ts';
import type { QueryResult } from '../types.ts';
import { omitUndefined } from '../wire/omitUndefined.ts';
import type { ErrorWire, ItemWire, PartWire } from './agentWire.ts';
import type { Item, ItemState, ReportPart } from './item.ts';

/** In UTF-16 units: more than anyone reads, and little enough to keep. */
const longestText = 200_000;
const longestTitle = 300;
const mostParts = 100;
const mostRows = 5_000;
const mostCitations = 50;

/** Of a user's question, whatever its role says. */
export const inputSuffix = '_input';

/** An item as it came; `undefined` for a kind that is newer than this client, or without what tells it from others. */
export function toItem(wire: ItemWire): Item | undefined {
  const { id, created_at: createdAt } = wire;
  if (id === undefined) return undefined;
  const base = omitUndefined({ id, state: toState(wire.status), createdAt: toMillis(createdAt) });
  switch (wire.type) {
    case 'reasoning':
      return { ...base, kind: 'reasoning', text: textOf(wire) };
    case 'function_call':
      return { ...base, kind: 'query', callId: wire.call_id ?? id, ...toQuery(wire.arguments) };
    case 'function_call_output': {
      const callId = wire.call_id ?? id.replace(/_output$/, '');
      return { ...base, kind: 'result', callId, text: clip(wire.output) };
    }
    case 'message':
      return { ...base, ...toMessageItem(wire, id) };
    case 'error':
      return { ...base, kind: 'error', ...toError(wire.error, textOf(wire)) };
    default:
      return undefined;
  }
}

function toMessageItem(wire: ItemWire, id: string) {
  if (wire.role === 'user' || id.endsWith(inputSuffix)) {
    return { kind: 'question' as const, text: textOf(wire) };
  }
  if (wire.error || wire.role === 'system' || wire.status === 'failed') {
    return { kind: 'error' as const, ...toError(wire.error, textOf(wire)) };
  }
  return { kind: 'report' as const, parts: wire.content.slice(0, mostParts).map(toPart) };
}

/** An error as the wire has it, with other words for one that has none. */
export function toError(
  error: Partial<ErrorWire> | undefined,
  words = '',
): { type: string; text: string } {
  const type = error?.error_code ?? error?.code ?? error?.type ?? 'UNKNOWN';
  return { type: type.slice(0, longestTitle), text: clip(error?.message ?? words) };
}

/** Without a state, an item that arrived is done. */
function toState(status: string | undefined): ItemState {
  if (status === 'in_progress' || status === 'queued' || status === 'running') return 'running';
  return status === 'cancelled' || status === 'canceled' ? 'cancelled' : 'done';
}

const textOf = ({ content }: ItemWire) =>
  clip(content.flatMap(({ text }) => text ?? []).join('\n\n'));

const clip = (text = '') => (text.length > longestText ? text.slice(0, longestText) : text);

/** Their names have changed before, and aren't documented. */
const sqlNames = ['sql', 'query', 'sql_query', 'statement'];
const titleNames = ['title', 'name', 'description'];

function toQuery(json: string | undefined): { sql: string; title?: string } {
  const read: unknown = parseJson(json ?? '');
  const named = typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  const first = (names: readonly string[]) =>
    names.map((name) => named[name]).find((value) => typeof value === 'string');
  const title = first(titleNames)?.trim().slice(0, longestTitle);
  return { sql: clip(first(sqlNames)?.trim()), ...(title && { title }) };
}

function toPart({ text, metadata, annotations }: PartWire): ReportPart {
  const { sql, title } = metadata ?? {};
  const citations = annotations.slice(0, mostCitations).flatMap(({ title, url, identifier }) => {
    const name = (title ?? identifier ?? url)?.slice(0, longestTitle);
    return name === undefined ? [] : [omitUndefined({ title: name, url })];
  });
  return omitUndefined({
    text: clip(text),
    sql: sql === undefined ? undefined : clip(sql.trim()),
    title: title?.trim().slice(0, longestTitle) || undefined,
    rows: toRows(metadata),
    citations,
  });
}

type Column = NonNullable<PartWire['metadata']>['columns'][number];

/** Rows that came along; none if Genie couldn't fetch them, or has no names for their columns. */
function toRows(metadata: PartWire['metadata']): QueryResult | undefined {
  if (metadata?.preview_rows === undefined || metadata.columns.length === 0) return undefined;
  if (metadata.status !== undefined && /fail|error/i.test(metadata.status)) return undefined;
  const { columns, total_row_count: totalRows, truncated = false } = metadata;
  const rows = metadata.preview_rows
    .slice(0, mostRows)
    .map((row) => columns.map((_, at) => toCell(row[at])));
  return omitUndefined({
    state: 'SUCCEEDED',
    columns: columns.map(toColumn),
    rows,
    totalRows: totalRows === undefined ? undefined : Math.max(totalRows, rows.length),
    truncated: truncated || metadata.preview_rows.length > mostRows,
  });
}

/** Types come as SQL writes them: `decimal(18,2)`. */
function toColumn({ name = '', type, type_name }: Column): QueryResult['columns'][number] {
  const typeText = (type_name ?? type ?? 'STRING').toUpperCase().slice(0, longestTitle);
  return {
    name: name.slice(0, longestTitle),
    type: /^\w+/.exec(typeText)?.[0] ?? 'STRING',
    typeText,
  };
}

function toCell(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Seconds, as in OpenAI's API, or milliseconds, as in Genie's. */
function toMillis(time: number | undefined): number | undefined {
  if (time === undefined || time <= 0) return undefined;
  return time < 1e12 ? time * 1000 : time;
}
