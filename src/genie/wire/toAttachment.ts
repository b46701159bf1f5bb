import type { Attachment, QueryAttachment, TextAttachment } from '../types.ts';
import { omitUndefined } from './omitUndefined.ts';
import type { AttachmentWire } from './wire.ts';

type Of<K extends keyof AttachmentWire> = NonNullable<AttachmentWire[K]>;

/** One attachment; `undefined` for a kind that is newer than this client. The wire sets exactly one member. */
export function toAttachment(wire: AttachmentWire): Attachment | undefined {
  const id = wire.attachment_id;
  if (wire.text) return toText(wire.text, id);
  if (wire.query) return toQuery(wire.query, id);
  if (wire.suggested_questions) {
    const { questions } = wire.suggested_questions;
    return { kind: 'suggested-questions', id: id ?? '', questions };
  }
  if (wire.viz) {
    const { title, query_attachment_id: queryAttachmentId } = wire.viz;
    return omitUndefined({ kind: 'visualization', id: id ?? '', title, queryAttachmentId });
  }
  return undefined;
}

function toText(text: Of<'text'>, id: string | undefined): TextAttachment {
  return omitUndefined({
    kind: 'text',
    id: id ?? text.id ?? '',
    content: text.content ?? '',
    purpose: text.purpose?.endsWith('FOLLOW_UP_QUESTION') ? 'follow-up-question' : 'answer',
    phase: text.phase,
  });
}

function toQuery(query: Of<'query'>, id: string | undefined): QueryAttachment {
  return omitUndefined({
    kind: 'query',
    id: id ?? query.id ?? '',
    title: query.title,
    description: query.description,
    sql: query.query ?? '',
    statementId: query.statement_id,
    rowCount: query.query_result_metadata?.row_count,
    truncated: query.query_result_metadata?.is_truncated ?? false,
    parameters: query.parameters.map(({ keyword = '', value = '', sql_type = '' }) => ({
      keyword,
      value,
      sqlType: sql_type,
    })),
    thoughts: query.thoughts.map(({ thought_type = '', content = '' }) => ({
      type: thought_type,
      content,
    })),
  });
}
