import type {
  Attachment,
  Message,
  QueryAttachment,
  QueryResult,
  TextAttachment,
} from '../../src/genie/types.ts';

/** A finished message with these attachments. */
export function aMessage(...attachments: Attachment[]): Message {
  return {
    spaceId: 'space',
    conversationId: 'conversation',
    messageId: 'message',
    content: 'How did we do?',
    status: 'COMPLETED',
    attachments,
  };
}

export function aQuery(id: string, overrides: Partial<QueryAttachment> = {}): QueryAttachment {
  return {
    kind: 'query',
    id,
    sql: `SELECT ${id}`,
    truncated: false,
    parameters: [],
    thoughts: [],
    ...overrides,
  };
}

export function aText(content: string, overrides: Partial<TextAttachment> = {}): TextAttachment {
  return { kind: 'text', id: `text-${content}`, content, purpose: 'answer', ...overrides };
}

/** A result of one column and one row that holds `value`. */
export function aResult(value: string, overrides: Partial<QueryResult> = {}): QueryResult {
  return {
    state: 'SUCCEEDED',
    columns: [{ name: 'value', type: 'STRING' }],
    rows: [[value]],
    totalRows: 1,
    truncated: false,
    ...overrides,
  };
}
