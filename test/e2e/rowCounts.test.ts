import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../support/openInProcess.ts';
import { aPersonAt } from '../support/person.ts';
import { readAloud, submitsOf } from '../support/shownTo.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess({
    env: { USER_QUESTIONS_PER_MINUTE: '1000', PUBLIC_BASE_URL: 'https://bot.example' },
  });
});
afterAll(() => bot.close());

const schema = {
  columns: [
    { name: 'a', type_name: 'STRING' },
    { name: 'n', type_name: 'INT' },
  ],
};
const two = [
  ['x', '1'],
  ['y', '2'],
];
const link = { external_link: 'https://x.blob.core.windows.net/r' };
let asked = 0;

/** What a person sees of a query's rows. */
async function show(metadata: unknown, statement: object) {
  const question = `rows, please: case ${++asked}.`;
  const statementResponse = { status: { state: 'SUCCEEDED' }, ...statement };
  bot.genie.faults.script(question, {
    attachments: [{ query: { query: 'SELECT 1', query_result_metadata: metadata } as never }],
    statementResponse,
  });
  const answer = await aPersonAt(bot, `rows-${asked}`).ask(question);
  const hasDownload = submitsOf(answer).some((data) => Object(data).action === 'export');
  return { text: readAloud(answer), hasDownload, json: JSON.stringify(answer) };
}

describe('a part of a table', () => {
  it.each<[string, unknown, object]>([
    [
      'the attachment and the chunks count',
      { row_count: 4810, is_truncated: false },
      {
        manifest: {
          schema,
          total_chunk_count: 2,
          chunks: [{ row_count: 2 }, { row_offset: 2, row_count: 4808 }],
        },
        result: { chunk_index: 0, row_count: 2, next_chunk_index: 1, data_array: two },
      },
    ],
    [
      'the attachment counts',
      { row_count: '4810' },
      { manifest: { schema }, result: { data_array: two } },
    ],
    [
      'the attachment counts, and the manifest counts what it sent',
      { row_count: 4810 },
      { manifest: { schema, total_row_count: 2 }, result: { data_array: two } },
    ],
    [
      'the chunks count',
      undefined,
      {
        manifest: { schema, chunks: [{ row_count: 2 }, { row_count: 4808 }] },
        result: { data_array: two },
      },
    ],
    [
      'the result counts',
      undefined,
      { manifest: { schema }, result: { row_count: 4810, data_array: two } },
    ],
  ])(
    'that %s is called one, in the table, in the chart and below',
    async (_, metadata, statement) => {
      const { text, hasDownload, json } = await show(metadata, statement);
      expect(text).toContain('2 of 4,810 rows');
      expect(text).toContain('Genie returned only the first 2 rows.');
      expect(text).toContain('The chart shows only the rows that Genie returned.');
      expect(text).toContain('Highest shown: 2 (y).');
      expect(text).toContain('4,810 rows ·');
      expect(json).not.toMatch(/Highest:|Lowest/);
      expect(hasDownload).toBe(true);
    },
  );

  it.each<[string, unknown, object]>([
    [
      'a next chunk',
      undefined,
      { manifest: { schema }, result: { data_array: two, next_chunk_index: 1 } },
    ],
    [
      'more chunks',
      undefined,
      { manifest: { schema, total_chunk_count: 2 }, result: { data_array: two } },
    ],
    ['a cut', undefined, { manifest: { schema, truncated: true }, result: { data_array: two } }],
    [
      'a cut in the attachment',
      { is_truncated: true },
      { manifest: { schema }, result: { data_array: two } },
    ],
    [
      'a cut for its size',
      { row_count: 2 },
      { manifest: { schema, total_row_count: 2, truncated: true }, result: { data_array: two } },
    ],
  ])('that only %s tells of is called one, without a number', async (_, metadata, statement) => {
    const { text, hasDownload } = await show(metadata, statement);
    expect(text).toContain('Genie stopped at 2 rows; there are more in the data.');
    expect(text).toMatch(/2\+ rows · /);
    expect(hasDownload).toBe(true);
  });

  it('that is a single value is no figure', async () => {
    const { text, hasDownload } = await show(
      { row_count: 1 },
      {
        manifest: { schema: { columns: [{ name: 'n', type_name: 'INT' }] } },
        result: { data_array: [['7']], next_chunk_index: 1 },
      },
    );
    expect(text).toContain('Genie stopped at 1 row; there are more in the data.');
    expect(hasDownload).toBe(true);
  });
});

describe('rows that can’t be shown', () => {
  it.each<[string, unknown, object]>([
    [
      'the links count',
      undefined,
      { manifest: { schema }, result: { external_links: [{ ...link, row_count: 12 }] } },
    ],
    [
      'the attachment and the links count',
      { row_count: 12 },
      { manifest: { schema }, result: { external_links: [{ ...link, row_count: 12 }] } },
    ],
    [
      'the attachment counts beside no result',
      { row_count: 12 },
      { manifest: { schema }, result: null },
    ],
    [
      'the attachment counts beside no manifest',
      { row_count: 12 },
      { result: { external_links: [link] } },
    ],
    ['the attachment counts beside nothing', { row_count: 12 }, {}],
    ['come without columns', undefined, { result: { row_count: 12, data_array: [['1']] } }],
  ])('and that %s are counted', async (_, metadata, statement) => {
    const { text } = await show(metadata, statement);
    expect(text).toContain('The query returned 12 rows, but they can’t be shown here.');
    expect(text).toContain('12 rows ·');
    expect(text).not.toMatch(/no rows|\b0 rows/);
  });

  it.each<[string, unknown, object]>([
    ['nobody counts', undefined, { manifest: { schema }, result: null }],
    [
      'are cut to nothing',
      undefined,
      { manifest: { schema, total_row_count: 0, truncated: true } },
    ],
    [
      'lie in links that count nothing',
      undefined,
      { manifest: { schema }, result: { external_links: [link] } },
    ],
  ])('and that %s are not said to be none', async (_, metadata, statement) => {
    const { text, hasDownload } = await show(metadata, statement);
    expect(text).toContain('Genie sent no rows of this table.');
    expect(text).not.toMatch(/returned no rows|\b0 rows/);
    expect(hasDownload).toBe(true);
  });
});

describe('a whole table', () => {
  it.each<[string, unknown, object]>([
    ['nothing counts', undefined, { manifest: { schema }, result: { data_array: two } }],
    [
      'everything counts alike',
      { row_count: 2, is_truncated: false },
      {
        manifest: {
          schema,
          total_row_count: '2',
          total_chunk_count: 1,
          chunks: [{ row_count: 2 }],
        },
        result: { row_count: 2, data_array: two },
      },
    ],
    [
      'the manifest counts as none',
      { row_count: 0 },
      { manifest: { schema, total_row_count: 0 }, result: { data_array: two } },
    ],
  ])('that %s is called whole', async (_, metadata, statement) => {
    const { text } = await show(metadata, statement);
    expect(text).toContain('Highest: 2 (y).');
    expect(text).toMatch(/\b2 rows · /);
    expect(text).not.toMatch(/\d of \d|only|more in the data/);
  });

  it.each<[string, unknown, object]>([
    ['the manifest', undefined, { manifest: { schema, total_row_count: 0 }, result: null }],
    ['the attachment', { row_count: 0 }, { manifest: { schema }, result: null }],
    ['its empty result', undefined, { manifest: { schema }, result: { data_array: [] } }],
  ])('has no rows if %s says so', async (_, metadata, statement) => {
    const { text, hasDownload } = await show(metadata, statement);
    expect(text).toContain('The query returned no rows.');
    expect(text).toContain('0 rows ·');
    expect(hasDownload).toBe(false);
  });

  it('that has run again is counted by its second run', async () => {
    const question = 'rows of another day';
    bot.genie.faults.next(
      { path: 'query-result' },
      { status: 404, body: { error_code: 'NOT_FOUND' } },
    );
    bot.genie.faults.script(question, {
      attachments: [
        {
          query: {
            query: 'SELECT 1',
            query_result_metadata: { row_count: 9, is_truncated: true },
          } as never,
        },
      ],
      statementResponse: { status: { state: 'CLOSED' } },
    });
    const body = {
      statement_response: {
        status: { state: 'SUCCEEDED' },
        manifest: { schema, total_row_count: 2 },
        result: { data_array: two },
      },
    };
    bot.genie.faults.next({ path: 'execute-query' }, { status: 200, body });
    const text = readAloud(await aPersonAt(bot, 'another-day').ask(question));
    expect(text).toMatch(/\b2 rows · /);
    expect(text).not.toMatch(/ of 9|more in the data/);
  });
});
