import type { Item, ReportPart } from '../../genie/agent/item.ts';
import type { Attachment, Message, MessageIds, QueryAttachment } from '../../genie/types.ts';
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

/** The report: prose, and the rows that it's based on. What the agent said in between isn't part of it. */
function toAttachments(items: readonly Item[]): Attachment[] {
  const start = items.findLastIndex(({ kind }) => kind !== 'report') + 1;
  const reports = items.slice(start).filter((item) => item.kind === 'report');
  const parts = reports.flatMap((report) => report.parts);
  let tables = 0;
  return parts.flatMap((part, index): Attachment[] => {
    // By their order, which is the same however the report is read.
    if (part.rows) return [toQuery(part, part.rows, `table-${++tables}`, items)];
    const content = withoutMarkers(part.text).trim();
    if (content === '') return [];
    const { citations } = part;
    const cites = citations.length > 0 ? { citations } : {};
    return [{ kind: 'text', id: `text-${index}`, content, purpose: 'answer', ...cites }];
  });
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

/** Where a text refers to a source: `:citation[…]`, perhaps with attributes. */
function withoutMarkers(text: string): string {
  return text.replace(/[ \t]?:citation\[[^\]\n]{0,500}\](?:\{[^}\n]{0,500}\})?/g, '');
}
