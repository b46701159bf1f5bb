import type { StoredMessage } from '../storedConversation.ts';
import { isTerminal } from '../timeline.ts';
import type { Warehouse } from '../warehouse.ts';

/** One item of a conversation in agent mode, as the API sends it. */
export interface WireItem {
  id: string;
  type: string;
  status: string;
  [name: string]: unknown;
}

/** As many rows as a report shows of a query's result. */
const previewRows = 100;

const beforePlan = new Set(['SUBMITTED', 'FETCHING_METADATA', 'FILTERING_CONTEXT']);

/** The items of a message, oldest first, as far as it is with this status. */
export function itemsOf(message: StoredMessage, status: string, warehouse: Warehouse): WireItem[] {
  const asked = item(`${message.id}_input`, 'message', 'completed', {
    role: 'user',
    content: [{ type: 'input_text', text: message.content }],
  });
  if (status === 'CANCELLED') return [asked, plan(message, 'cancelled')];
  if (beforePlan.has(status)) return [asked];
  if (status === 'FAILED') return [asked, plan(message), failure(message)];
  const queries = message.attachments.filter(({ query }) => query !== undefined);
  const isRunning = status === 'EXECUTING_QUERY' || status === 'COMPLETED';
  const steps = isRunning
    ? queries.flatMap((attachment) => stepsOf(message, attachment, status, warehouse))
    : [];
  const report = status === 'COMPLETED' ? [reportOf(message, warehouse)] : [];
  return [asked, plan(message), ...steps, ...report];
}

function item(id: string, type: string, status: string, more: object): WireItem {
  return { id, type, status, ...more };
}

/** The agent's words on what it will do. */
function plan({ id }: StoredMessage, status = 'completed'): WireItem {
  const text = 'I’ll look at the tables that can answer this.\n\nThen I’ll write it down.';
  return item(`${id}_plan`, 'reasoning', status, { content: [{ type: 'reasoning_text', text }] });
}

function failure({ id, error }: StoredMessage): WireItem {
  return item(`${id}_report`, 'message', 'completed', {
    role: 'system',
    error: { code: error?.type, message: error?.error },
    content: [{ type: 'output_text', text: error?.error ?? '' }],
  });
}

type Attachment = StoredMessage['attachments'][number];

/** A query, and its result as a Markdown table. */
function stepsOf(
  message: StoredMessage,
  { attachment_id: callId, query }: Attachment,
  status: string,
  warehouse: Warehouse,
): WireItem[] {
  const call = item(callId, 'function_call', 'completed', {
    name: 'execute_sql',
    call_id: callId,
    arguments: JSON.stringify({ sql: query?.query, title: query?.title }),
  });
  if (!isTerminal(status)) return [call];
  const { names, rows } = readRows(message, callId, warehouse);
  const lines = [names, names.map(() => '---'), ...rows.slice(0, previewRows)];
  const table = lines.map((cells) => `| ${cells.map((cell) => cell ?? '').join(' | ')} |`);
  const output = `${query?.title}\n\n${table.join('\n')}`;
  return [
    call,
    item(`${callId}_output`, 'function_call_output', 'completed', { call_id: callId, output }),
  ];
}

function reportOf(message: StoredMessage, warehouse: Warehouse): WireItem {
  const content = message.attachments.flatMap(({ attachment_id: id, text, query }): object[] => {
    if (text)
      return [{ type: 'output_text', text: `${text.content} :citation[1]`, annotations: [] }];
    if (query === undefined) return [];
    const { names, types, rows } = readRows(message, id, warehouse);
    const metadata = {
      sql: query.query,
      columns: names.map((name, index) => ({ name, type: types[index] })),
      preview_rows: rows.slice(0, previewRows),
      total_row_count: rows.length,
      status: 'fetched',
    };
    return [{ type: 'output_text', text: query.title, annotations: [], metadata }];
  });
  return item(`${message.id}_report`, 'message', 'completed', { role: 'assistant', content });
}

function readRows(message: StoredMessage, id: string, warehouse: Warehouse) {
  const { sql = '', columns = [] } = message.statements[id] ?? {};
  return {
    names: columns.map(({ name }) => name),
    types: columns.map(({ type }) => type),
    rows: sql === '' ? [] : warehouse.run(sql, columns),
  };
}
