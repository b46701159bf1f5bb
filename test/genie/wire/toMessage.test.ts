import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { toMessage } from '../../../src/genie/wire/toMessage.ts';
import { messageWire } from '../../../src/genie/wire/wire.ts';

const asked = { spaceId: 'space1', conversationId: 'conv1', messageId: 'msg1' };

const read = (json: unknown) => toMessage(z.parse(messageWire, json), asked);
const attachmentsOf = (...attachments: unknown[]) => read({ attachments }).attachments;

describe('a message', () => {
  it('keeps its own IDs, and uses those of the request if it has none', () => {
    const own = { space_id: 's', conversation_id: 'c', message_id: 'm', id: 'legacy' };
    expect(read(own)).toMatchObject({ spaceId: 's', conversationId: 'c', messageId: 'm' });
    expect(read({ id: 'legacy' })).toMatchObject({ ...asked, messageId: 'legacy' });
    expect(read({})).toMatchObject(asked);
  });

  it('is still in progress if it has no status', () => {
    expect(read({}).status).toBe('SUBMITTED');
    expect(read({ status: null }).status).toBe('SUBMITTED');
  });

  it('keeps a status that is newer than this client', () => {
    expect(read({ status: 'IN_PROGRESS' }).status).toBe('IN_PROGRESS');
  });

  it.each([
    ['seconds', 1_795_250_000, 1_795_250_000_000],
    ['milliseconds', 1_795_250_000_123, 1_795_250_000_123],
    ['a string, as protocol buffers write an int64', '1795250000123', 1_795_250_000_123],
    ['zero', 0, undefined],
    ['nonsense', 'yesterday', undefined],
  ])('has its time in milliseconds, given %s', (_what, created_timestamp, expected) => {
    expect(read({ created_timestamp }).createdAt).toBe(expected);
  });

  it('contains Genie’s error, even if half of it is missing', () => {
    const error = { type: 'SQL_EXECUTION_EXCEPTION', error: 'no' };
    expect(read({ error }).error).toEqual({ type: 'SQL_EXECUTION_EXCEPTION', text: 'no' });
    expect(read({ error: {} }).error).toEqual({ type: 'UNKNOWN', text: '' });
    expect(read({ error: null })).not.toHaveProperty('error');
  });

  it.each([undefined, null, [], 'none', {}])('has no attachments if they are %j', (attachments) => {
    expect(read({ attachments }).attachments).toEqual([]);
  });

  it('survives fields of other types and fields it does not know', () => {
    expect(read({ content: 7, user_id: 2 ** 60, error: 'x', news: { a: [] } })).toEqual({
      ...asked,
      content: '',
      status: 'SUBMITTED',
      attachments: [],
    });
  });
});

describe('a text attachment', () => {
  it.each([
    [undefined, 'answer'],
    ['TEXT_ATTACHMENT_PURPOSE_ANSWER', 'answer'],
    ['FOLLOW_UP_QUESTION', 'follow-up-question'],
    ['SOMETHING_NEW', 'answer'],
  ])('with the purpose %j is an %s', (purpose, expected) => {
    const text = { content: '**yes**', purpose };
    expect(attachmentsOf({ attachment_id: 'a', text })).toEqual([
      { kind: 'text', id: 'a', content: '**yes**', purpose: expected },
    ]);
  });

  it('keeps the phase of thinking aloud', () => {
    const text = { id: 'inner', content: 'hm', phase: 'RESPONSE_PHASE_THINKING' };
    expect(attachmentsOf({ text })).toMatchObject([
      { id: 'inner', phase: 'RESPONSE_PHASE_THINKING' },
    ]);
  });
});

describe('a query attachment', () => {
  it('contains everything that is on the wire', () => {
    const query = {
      title: 'Top',
      description: 'Sums',
      query: 'SELECT 1',
      statement_id: 'st',
      parameters: [{ keyword: 'k', value: 'v', sql_type: 'STRING' }, 'odd'],
      query_result_metadata: { row_count: '3', is_truncated: true },
      thoughts: [{ thought_type: 'THOUGHT_TYPE_STEPS', content: 'c' }, null, {}],
    };
    expect(attachmentsOf({ attachment_id: 'a', query })).toEqual([
      {
        kind: 'query',
        id: 'a',
        title: 'Top',
        description: 'Sums',
        sql: 'SELECT 1',
        statementId: 'st',
        rowCount: 3,
        truncated: true,
        parameters: [{ keyword: 'k', value: 'v', sqlType: 'STRING' }],
        thoughts: [
          { type: 'THOUGHT_TYPE_STEPS', content: 'c' },
          { type: '', content: '' },
        ],
      },
    ]);
  });

  it('needs only its SQL', () => {
    expect(attachmentsOf({ attachment_id: 'a', query: { query: 'SELECT 1' } })).toEqual([
      { kind: 'query', id: 'a', sql: 'SELECT 1', truncated: false, parameters: [], thoughts: [] },
    ]);
  });
});

it('follow-ups and visualizations are read, and attachments newer than this client are left out', () => {
  const attachments = attachmentsOf(
    { attachment_id: 'a', suggested_questions: { questions: ['More?', 4, 'Less?'] } },
    { attachment_id: 'b', hologram: {} },
    'odd',
    { attachment_id: 'c', viz: { title: 'Chart', query_attachment_id: 'q' } },
  );
  expect(attachments).toEqual([
    { kind: 'suggested-questions', id: 'a', questions: ['More?', 'Less?'] },
    { kind: 'visualization', id: 'c', title: 'Chart', queryAttachmentId: 'q' },
  ]);
});
