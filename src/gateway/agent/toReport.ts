import type { Item, ReportPart } from '../../genie/agent/item.ts';
import type {
  Attachment,
  Message,
  MessageIds,
  QueryAttachment,
  TextAttachment,
} from '../../genie/types.ts';
import { markAgents, ownIdOf } from './agentIds.ts';
import type { EndedTurn } from './followTurn.ts';

/** A turn that has ended as a message, like those of chat mode. */
export function toReport(turn: EndedTurn, ids: MessageIds): Message {
  const { question: content, createdAt, items, ending } = turn;
  const base = {
    ...ids,
    conversationId: markAgents(ownIdOf(ids.conversationId)),
    content,
    ...(createdAt !== undefined && { createdAt }),
  };
  if (ending.how === 'cancelled') return { ...base, status: 'CANCELLED', attachments: [] };
  if (ending.how === 'failed') {
    const { type, text } = ending.error;
    return { ...base, status: 'FAILED', attachments: [], error: { type, text } };
  }
  return { ...base, status: 'COMPLETED', attachments: toAttachments(items) };
}

/** A message that hasn't ended, as it stands in a list. */
export function toAsked(question: Extract<Item, { kind: 'question' }>, ids: MessageIds): Message {
  const { text: content, createdAt } = question;
  const times = createdAt === undefined ? {} : { createdAt };
  return { ...ids, content, status: 'SUBMITTED', attachments: [], ...times };
}

/**
 * The report: prose, and the rows that it's based on. What the agent said in between isn't part of it. Where it has no
 * rows, the results of its queries stand below it, as it found them.
 */
function toAttachments(items: readonly Item[]): Attachment[] {
  const start = items.findLastIndex(({ kind }) => kind !== 'report') + 1;
  const reports = items.slice(start).filter((item) => item.kind === 'report');
  const parts = reports.flatMap((report) => report.parts);
  const attachments = parts.flatMap((part, index): Attachment[] => {
    const id = `part-${index}`;
    if (part.rows) return [toQuery(part, part.rows, id, items)];
    return part.text.trim() === '' ? [] : [toText(part, id)];
  });
  const hasRows = parts.some(({ rows, text }) => rows !== undefined || tableRule.test(text));
  return hasRows ? attachments : [...attachments, ...listResults(items)];
}

/** Below the header of a Markdown table. */
const tableRule = /^[ \t]*\|[ \t]*:?-+/m;

/** More than that is the agent's working, not what it found. */
const mostResults = 3;

/** What the last queries gave, each once: an agent repeats those that failed. */
function listResults(items: readonly Item[]): Attachment[] {
  const results = items
    .filter((item) => item.kind === 'result')
    .filter(({ text }) => tableRule.test(text));
  const byText = new Map(results.map((result) => [result.text, result]));
  return [...byText.values()].slice(-mostResults).map(({ id, callId, text }) => {
    const query = items.find((item) => item.kind === 'query' && item.callId === callId);
    const sql = query?.kind === 'query' ? query.sql : '';
    const shown = { text: withTitle(text), citations: [] };
    return { ...toText(shown, id), ...(sql && { sql }) };
  });
}

/** A result begins with its query's title, which is no sentence of the report's. */
function withTitle(text: string): string {
  const [title = '', ...rest] = text.split('\n');
  return title.includes('|') || title.trim() === '' ? text : [`### ${title}`, ...rest].join('\n');
}

function toText({ text: content, citations }: ReportPart, id: string): TextAttachment {
  const cites = citations.length > 0 ? { citations } : {};
  return { kind: 'text', id, content, purpose: 'answer', ...cites };
}

function toQuery(
  { sql = '', title }: ReportPart,
  rows: NonNullable<ReportPart['rows']>,
  id: string,
  items: readonly Item[],
): QueryAttachment {
  const at = items.findLastIndex((item) => item.kind === 'query' && isSame(item.sql, sql));
  const query = items[at];
  const name = title ?? (query?.kind === 'query' ? query.title : undefined);
  const before = items[at - 1];
  const thought = before?.kind === 'reasoning' ? before.text.trim() : '';
  return {
    kind: 'query',
    id,
    ...(name && { title: name }),
    sql,
    ...(rows.totalRows !== undefined && { rowCount: rows.totalRows }),
    truncated: rows.truncated,
    parameters: [],
    thoughts: thought === '' ? [] : [{ type: '', content: thought }],
    result: rows,
  };
}

function isSame(one: string, other: string): boolean {
  return other !== '' && one.replace(/\s+/g, ' ') === other.replace(/\s+/g, ' ');
}
