import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecorder, type Fixture } from '../../../local/record/recorder.ts';
import * as vocabulary from '../../../local/record/vocabulary.ts';
import { knownErrorTypes } from '../../../src/genie/failureKinds.ts';
import { aCardSubmit, aMessage, anInvoke } from '../../support/activities.ts';
import { runs } from '../../support/runs.ts';

const secret = {
  token: 'dapi0123456789abcdef0123456789abcdef',
  jwt: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJBZGEifQ.c2lnbmF0dXJl',
  email: 'grace.hopper@contoso.com',
  name: 'Grace Brewster Hopper',
  question: 'Salaries of the Zurich office in Q3',
  cell: 'Müller & Söhne GmbH',
  amount: '48219937.55',
  guid: '5d0f8a0e-9a3c-4b1e-8c55-1f2e3d4c5b6a',
  url: 'https://files.contoso.com/sites/finance/5d0f8a0e?sig=AbCdEf%3D&token=dapi0123456789abcdef',
  base64: 'R3JhY2UgSG9wcGVyIGVhcm5zIDQ4MjE5OTM3',
  capitals: 'GRACE_HOPPER_SALARY',
  day: '1987-11-23',
  hidden: 'G\u200br\u200ba\u200bc\u200be',
};
const everything = Object.values(secret).join(' ');

/** What a value leaves behind if it survives in part: its runs of letters and digits. */
const pieces = Object.values(secret)
  .flatMap((text) => text.match(/[\p{L}\d]{4,}/gu) ?? [])
  .filter((piece) => piece !== 'https');

/** The words of the protocols, the longest first, and what else is written for everyone. */
const allowed = [
  ...Object.values(vocabulary).flat(),
  ...knownErrorTypes,
  ...['https://service.example.com/', 'https://storage.example.com/part', 'Europe/Berlin'],
  ...['/api/2.0/sql/statements/next', 'feedback', 'en-US', 'en-GB', 'US'],
].toSorted((a, b) => b.length - a.length);

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
};

/** Holds that the texts are made of the protocols' words and of masks: no other letter is left. */
function expectBlank(fixtures: readonly Fixture[]) {
  for (const text of fixtures.flatMap(({ body }) => textsIn(body))) {
    const rest = allowed.reduce((left, word) => left.replaceAll(word, ' '), text);
    const unmarked = rest
      .replaceAll(/<\/?[a-z]+(?=[\s/>])|&(?:[a-z]+|#\d+);|https?:\/\//g, ' ')
      .replaceAll(/itemscope|itemtype="http:\/\/schema\.skype\.com\/(?:Mention|Reply)"/g, ' ')
      .replaceAll(/^(?:\d\d:|8:orgid:|a:|dl_)|@thread\.\w+|@unq\.gbl\.spaces|;messageid=/g, ' ')
      .replaceAll(/^20\d\d-\d\d-\d\dT|Z$|E[+-]?1$|NaN|Infinity|true/g, ' ');
    expect(unmarked, text).not.toMatch(/[^\P{L}xXaאب字]/u);
  }
}

function expectNothingOf(fixtures: readonly Fixture[]) {
  const written = JSON.stringify(fixtures);
  for (const piece of pieces) expect(written).not.toContain(piece);
  expectBlank(fixtures);
}

/** The same JSON, in which each text, each number and each name of a field it doesn't know is a secret. */
function poisoned(value: unknown): unknown {
  if (typeof value === 'string') return everything;
  if (typeof value === 'number') return 48219937;
  if (Array.isArray(value)) return value.map(poisoned);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([name, field]) => [name, poisoned(field)]);
  return { ...Object.fromEntries(inner), [secret.name]: secret.token, authorization: secret.jwt };
}

const replies = {
  'GET spaces': {
    spaces: [{ space_id: 's', title: 't', description: 'd', serialized_space: '{}' }],
  },
  'POST spaces/s/start-conversation': {
    conversation_id: 'c',
    message_id: 'm',
    conversation: { id: 'c', title: 't', user_id: 1, created_timestamp: 1 },
  },
  'GET spaces/s/conversations/c/messages/m': {
    message_id: 'm',
    user_id: 48219937,
    content: 'q',
    status: 'COMPLETED',
    attachments: [
      { attachment_id: 'a', text: { content: 'c', purpose: 'p', phase: 'p' } },
      {
        query: {
          title: 't',
          query: 'SELECT 1',
          statement_id: 's',
          parameters: [{ keyword: 'k', value: 'v', sql_type: 'STRING' }],
          thoughts: [{ thought_type: 't', content: 'c' }],
          query_result_metadata: { row_count: 1 },
        },
      },
      { suggested_questions: { questions: ['q'] } },
      { viz: { title: 't', query_attachment_id: 'a' } },
      { newer: { content: 'c' } },
    ],
    error: { type: 'SQL_EXECUTION_EXCEPTION', error: 'e' },
    query_result: { statement_id: 's', statement_id_signature: 'x' },
    feedback: { rating: 'r', comment: 'c' },
  },
  'GET spaces/s/conversations/c/messages/m/attachments/a/query-result': {
    statement_response: {
      statement_id: 's',
      status: { state: 'FAILED', error: { error_code: 'e', message: 'm' } },
      manifest: {
        format: 'JSON_ARRAY',
        schema: { columns: [{ name: 'n', type_name: 't', type_text: 'STRUCT<n: STRING>' }] },
        total_row_count: 1,
      },
      result: {
        data_array: [['a', 1, { b: 'c' }]],
        data_typed_array: [{ values: [{ str: 'a' }, { int: 1 }] }],
        next_chunk_internal_link: '/api',
        external_links: [
          { external_link: 'https://x', expiration: 'e', http_headers: { authorization: 'a' } },
        ],
      },
    },
  },
};

describe('a hostile recording', () => {
  it.each([
    ['a message', aMessage({ scene: 'channel' })],
    ['a message from Web Chat', aMessage({ channelId: 'webchat' })],
    [
      'a click',
      aCardSubmit({
        value: { action: 'ask', question: 'q', answer: 'a', table: 't', person: 'p' },
      }),
    ],
    [
      'a rating',
      anInvoke({
        name: 'message/submitAction',
        value: { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{}' } },
      }),
    ],
    ['a sign-in', anInvoke({ name: 'signin/tokenExchange', value: { id: 'i', token: 't' } })],
    [
      'a file',
      aMessage({
        attachments: [
          { contentType: 'x', contentUrl: 'https://x', name: 'n', content: { downloadUrl: 'x' } },
          { contentType: 'text/html', content: '<p>x</p>' },
        ],
      }),
    ],
  ])('has nothing left of what was in an activity: %s', (_what, activity) => {
    const recorder = createRecorder();
    recorder.addActivity(JSON.stringify(poisoned(activity)));
    expect(recorder.fixtures).toHaveLength(1);
    expectNothingOf(recorder.fixtures);
  });

  it.each(Object.entries(replies))('has nothing left of a reply to %s', (call, reply) => {
    const [method = '', path = ''] = call.split(' ');
    const recorder = createRecorder();
    recorder.addReply({ method, path, status: 200, body: JSON.stringify(poisoned(reply)) });
    expect(recorder.fixtures).toHaveLength(1);
    expectNothingOf(recorder.fixtures);
  });

  it('has nothing left of an error, nor of a call it doesn’t know', () => {
    const body = JSON.stringify(poisoned({ error_code: 'x', message: 'm', details: [{ a: 'b' }] }));
    const recorder = createRecorder();
    recorder.addReply({ method: 'POST', path: 'anything', status: 403, body });
    recorder.addReply({ method: 'POST', path: 'spaces/s/anything', status: 200, body });
    expect(recorder.fixtures).toHaveLength(1);
    expectNothingOf(recorder.fixtures);
  });

  it.each(Object.entries(secret))('has nothing left of a cell: %s', (_what, cell) => {
    const result = { data_array: [[cell, `${cell},`, `["${cell}"]`]] };
    const recorder = createRecorder();
    recorder.addReply({
      method: 'GET',
      path: 'spaces/s/conversations/c/messages/m/attachments/a/query-result',
      status: 200,
      body: JSON.stringify({ statement_response: { result } }),
    });
    expectNothingOf(recorder.fixtures);
  });

  it('has nothing left whatever stands where', () => {
    const fieldNames = [...JSON.stringify(replies).matchAll(/"(\w+)":/g)].map(
      ([, name = '']) => name,
    );
    const activityFields = ['text', 'id', 'from', 'value', 'channelData', 'entities', 'content'];
    const key = fc.constantFrom(...fieldNames, ...activityFields, secret.name);
    const leaf = fc.oneof(
      fc.constantFrom(...Object.values(secret)),
      fc.constant(null),
      fc.boolean(),
    );
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(key, tie('json'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(json, (body) => {
        const recorder = createRecorder();
        recorder.addActivity(JSON.stringify(body));
        for (const call of Object.keys(replies)) {
          const [method = '', path = ''] = call.split(' ');
          recorder.addReply({ method, path, status: 200, body: JSON.stringify(body) });
        }
        recorder.addReply({ method: 'GET', path: 'x', status: 500, body: JSON.stringify(body) });
        expectNothingOf(recorder.fixtures);
      }),
      { numRuns: runs(300) },
    );
  });

  it('names the fields that it left out to the person who records, and no value', () => {
    const recorder = createRecorder();
    recorder.addActivity(JSON.stringify({ ...aMessage(), type: secret.name, cc: secret.email }));
    expect([...recorder.strange]).toEqual(expect.arrayContaining(['activity.type', 'activity.cc']));
    expect([...recorder.strange].join()).not.toMatch(/Grace|contoso/);
  });
});
