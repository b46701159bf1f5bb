import { knownErrorTypes } from '../../src/genie/failureKinds.ts';
import {
  always,
  count,
  fields,
  flag,
  id,
  label,
  list,
  mask,
  ofText,
  oneOf,
  type Rule,
  text,
  time,
  timestamp,
} from './rules.ts';
import * as words from './vocabulary.ts';

const typeName = /^([A-Z_]+)\(\d{1,2}(?:, ?\d{1,2})?\)$/;
const typeWords = new RegExp(`\\b(?:${words.columnTypes.join('|')})\\b`, 'g');

/** A full SQL type: its words and its precision stay, the names in a STRUCT don't. */
const sqlType = ofText((written, scope, path) => {
  const [, name = ''] = typeName.exec(written) ?? [];
  if (words.columnTypes.includes(name)) return written;
  let result = '';
  let from = 0;
  for (const { 0: word, index } of written.matchAll(typeWords)) {
    result += String(mask(written.slice(from, index), scope, path)) + word;
    from = index + word.length;
  }
  return result + String(mask(written.slice(from), scope, path));
});

const cell: Rule = (value, scope, path) =>
  typeof value === 'string' ? scope.placeholders.cell(value) : mask(value, scope, path);

const space = fields({
  space_id: id,
  title: text,
  description: text,
  parent_path: text,
  warehouse_id: id,
});

const conversation = fields({
  id,
  conversation_id: id,
  space_id: id,
  user_id: id,
  title: text,
  created_timestamp: timestamp,
  last_updated_timestamp: timestamp,
});

const attachment = fields({
  attachment_id: id,
  text: fields({ id, content: text, purpose: oneOf(words.purposes), phase: oneOf(words.phases) }),
  query: fields({
    id,
    title: text,
    description: text,
    query: text,
    statement_id: id,
    last_updated_timestamp: timestamp,
    parameters: list(fields({ keyword: text, value: cell, sql_type: sqlType })),
    query_result_metadata: fields({ row_count: count, is_truncated: flag }),
    thoughts: list(fields({ thought_type: oneOf(words.thoughtTypes), content: text })),
  }),
  suggested_questions: fields({ questions: list(text) }),
  viz: fields({ title: text, query_attachment_id: id }),
});

const message = fields({
  id,
  message_id: id,
  space_id: id,
  conversation_id: id,
  user_id: id,
  created_timestamp: timestamp,
  last_updated_timestamp: timestamp,
  content: text,
  status: oneOf(words.messageStatuses),
  attachments: list(attachment),
  error: fields({ type: oneOf(knownErrorTypes), error: text }),
  query_result: fields({ statement_id: id, row_count: count, is_truncated: flag }),
  feedback: fields({ rating: oneOf(words.ratings) }),
});

const part = {
  chunk_index: count,
  row_offset: count,
  row_count: count,
  byte_count: count,
  next_chunk_index: count,
  next_chunk_internal_link: always('/api/2.0/sql/statements/next'),
};

const column = fields({
  name: label,
  position: count,
  type_name: oneOf(words.columnTypes),
  type_text: sqlType,
  type_precision: count,
  type_scale: count,
});

const statement = fields({
  statement_response: fields({
    statement_id: id,
    status: fields({
      state: oneOf(words.statementStates),
      error: fields({ error_code: oneOf(words.errorCodes), message: text }),
    }),
    manifest: fields({
      format: oneOf(words.resultFormats),
      schema: fields({ column_count: count, columns: list(column) }),
      total_row_count: count,
      total_chunk_count: count,
      total_byte_count: count,
      chunks: list(fields(part)),
      truncated: flag,
    }),
    result: fields({
      ...part,
      data_array: list(list(cell)),
      data_typed_array: list(fields({ values: list(fields({ str: cell })) })),
      // Such an address is all that is needed to read the rows.
      external_links: list(
        fields({
          ...part,
          external_link: always('https://storage.example.com/part'),
          expiration: time,
        }),
      ),
    }),
  }),
});

const errorRule = fields({
  error_code: oneOf(words.errorCodes),
  message: text,
  details: list(mask),
});

const started = fields({ conversation_id: id, message_id: id, conversation, message });
const pageToken = { next_page_token: id };

/** What Genie's calls answer, by method and path below `/api/2.0/genie/`. */
const rulesByCall: readonly [kind: string, call: RegExp, rule: Rule][] = [
  ['spaces', /^GET spaces$/, fields({ spaces: list(space), ...pageToken })],
  ['space', /^GET spaces\/[^/]+$/, space],
  ['started', /^POST spaces\/[^/]+\/start-conversation$/, started],
  [
    'conversations',
    /^GET spaces\/[^/]+\/conversations$/,
    fields({ conversations: list(conversation), ...pageToken }),
  ],
  ['message', /^POST spaces\/[^/]+\/conversations\/[^/]+\/messages$/, message],
  ['message', /^GET spaces\/[^/]+\/conversations\/[^/]+\/messages\/[^/]+$/, message],
  [
    'messages',
    /^GET spaces\/[^/]+\/conversations\/[^/]+\/messages$/,
    fields({ messages: list(message), ...pageToken }),
  ],
  ['statement', /\/query-result$|^POST .*\/execute-query$|^GET .*\/downloads\/[^/]+$/, statement],
];

/** Which kind of answer a call has, and what may stay of it; `undefined` for calls whose answers say nothing. */
export function genieRule(
  method: string,
  path: string,
  status: number,
): { kind: string; rule: Rule } | undefined {
  if (status >= 400) return { kind: 'error', rule: errorRule };
  const found = rulesByCall.find(([, call]) => call.test(`${method} ${path}`));
  return found && { kind: found[0], rule: found[2] };
}
