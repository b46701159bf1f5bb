import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../src/answers/readAnswer.ts';
import type { FetchedRows } from '../../src/answers/readTable.ts';
import type { QueryAttachment, QueryResult } from '../../src/genie/types.ts';
import { aMessage, aQuery, aResult, aText } from './aMessage.ts';

describe('readAnswer', () => {
  test('keeps texts, tables and suggestions, each in order', () => {
    const message = aMessage(
      aText('before'),
      aQuery('a', { title: 'Revenue' }),
      aText('between'),
      aQuery('b', { title: 'Costs' }),
      aText('after'),
      { kind: 'suggested-questions', id: 's1', questions: ['Why?', ' Why? ', ''] },
      { kind: 'suggested-questions', id: 's2', questions: ['And now?'] },
    );
    const answer = readAnswer(
      message,
      new Map([
        ['a', aResult('1')],
        ['b', aResult('2')],
      ]),
    );
    expect(answer.kind).toBe('answer');
    expect(answer.texts).toEqual(['before', 'between', 'after']);
    expect(answer.tables.map((table) => [table.title, table.rows])).toEqual([
      ['Revenue', [['1']]],
      ['Costs', [['2']]],
    ]);
    expect(answer.suggestions).toEqual(['Why?', 'And now?']);
  });

  test.each([
    ['the same title', { title: 'Revenue' }, { title: ' revenue ' }],
    ['a title that says it is corrected', { title: 'Revenue' }, { title: 'Revenue (corrected)' }],
    ['a title that starts with “Corrected”', { title: 'revenue' }, { title: 'Corrected: Revenue' }],
    ['no title on either', {}, {}],
    ['a title only on the later one', {}, { title: 'Revenue' }],
    ['the same SQL', { title: 'A', sql: 'SELECT 1' }, { title: 'B', sql: 'select  1' }],
    ['the same description', { description: 'Sums.' }, { description: 'Sums.' }],
  ])('of two queries with %s only the last counts', (_, earlier, later) => {
    const message = aMessage(
      aText('intro'),
      aQuery('a', earlier),
      aText('wrong'),
      aQuery('b', later),
      aText('right'),
    );
    const answer = readAnswer(
      message,
      new Map([
        ['a', aResult('1')],
        ['b', aResult('2')],
      ]),
    );
    expect(answer.tables.map((table) => table.attachmentId)).toEqual(['b']);
    expect(answer.texts).toEqual(['intro', 'right']);
  });

  test('a failed query gives way to one that worked, whatever their titles', () => {
    const message = aMessage(
      aQuery('a', { title: 'First try' }),
      aText('wrong'),
      aQuery('b', { title: 'Revenue' }),
    );
    const failed = aResult('', { state: 'FAILED', rows: [], error: { code: 'X', text: 'broken' } });
    const results = new Map([
      ['a', failed],
      ['b', aResult('2')],
    ]);
    const answer = readAnswer(message, results);
    expect(answer.tables.map((table) => table.attachmentId)).toEqual(['b']);
    expect(answer.texts).toEqual([]);
  });

  test('a query whose rows could not be fetched is told, and gives way to none', () => {
    const message = aMessage(
      aQuery('a', { title: 'Fixed costs' }),
      aQuery('b', { title: 'Costs' }),
    );
    const results = new Map<string, FetchedRows>([
      ['a', { error: 'gone' as const }],
      ['b', aResult('1')],
    ]);
    const errors = readAnswer(message, results).tables.map((table) => table.error);
    expect(errors).toEqual(['gone', undefined]);
  });

  test('a question back without a query is a clarification', () => {
    const message = aMessage(
      aText('I can do that.'),
      aText('Booked or invoiced?', { purpose: 'follow-up-question' }),
    );
    const answer = readAnswer(message, new Map());
    expect(answer.kind).toBe('clarification');
    expect(answer.texts).toEqual(['I can do that.', 'Booked or invoiced?']);
  });

  test('a question back beside a table is kept apart from the answer', () => {
    const message = aMessage(
      aText('By month?', { purpose: 'follow-up-question' }),
      aQuery('a'),
      aText('Done.'),
    );
    const answer = readAnswer(message, new Map([['a', aResult('1')]]));
    expect(answer).toMatchObject({
      kind: 'answer',
      texts: ['Done.'],
      questionBack: 'By month?',
    });
  });

  test('Genie’s thinking aloud and blank texts are left out', () => {
    const message = aMessage(
      aText('hm', { phase: 'RESPONSE_PHASE_THINKING' }),
      aText('  '),
      aText('Done.'),
    );
    expect(readAnswer(message, new Map()).texts).toEqual(['Done.']);
  });

  test('a message without attachments gives an answer without parts', () => {
    expect(readAnswer(aMessage(), new Map())).toEqual({
      kind: 'answer',
      texts: [],
      tables: [],
      suggestions: [],
    });
  });

  test.each([
    ['was never read', undefined, 'not-loaded'],
    ['could not be read', { error: 'unreachable' as const }, 'unreachable'],
    ['has expired', aResult('1', { state: 'CLOSED' }), 'expired'],
    [
      'failed',
      aResult('', { state: 'FAILED', error: { code: 'X', text: 'No such column.' } }),
      { said: 'No such column.' },
    ],
  ])('a result that %s leaves a table that says so', (_, fetched, error) => {
    const results = new Map(fetched === undefined ? [] : [['a', fetched]]);
    const [table] = readAnswer(aMessage(aQuery('a')), results).tables;
    expect(table).toMatchObject({ error, rows: [] });
  });

  test('the scale comes from the type’s text where the column does not state it', () => {
    const columns = [
      { name: 'a', type: 'decimal', typeText: 'DECIMAL(18,2)' },
      { name: 'b', type: 'DECIMAL', scale: 3 },
      { name: 'c', type: 'STRING', typeText: 'STRING' },
    ];
    const results = new Map([['a', aResult('1', { columns })]]);
    expect(readAnswer(aMessage(aQuery('a')), results).tables[0]?.columns).toEqual([
      { name: 'a', type: 'DECIMAL', scale: 2 },
      { name: 'b', type: 'DECIMAL', scale: 3 },
      { name: 'c', type: 'STRING' },
    ]);
  });

  test('a result is truncated when the attachment or the rows say so', () => {
    const flags = (attachment: boolean, rows: boolean) =>
      readAnswer(
        aMessage(aQuery('a', { truncated: attachment })),
        new Map([['a', aResult('1', { truncated: rows, totalRows: 5000 })]]),
      ).tables[0];
    expect(flags(true, false)).toMatchObject({ truncated: true, totalRows: 5000 });
    expect(flags(false, true)).toMatchObject({ truncated: true });
    expect(flags(false, false)).toMatchObject({ truncated: false });
  });
});

describe('a table of the answer', () => {
  const tableOf = (
    query: Partial<QueryAttachment>,
    result: Partial<QueryResult> & { ranAt?: number } = {},
  ) =>
    readAnswer(aMessage(aQuery('a', query)), new Map([['a', { ...aResult('1'), ...result }]]))
      .tables[0];

  test('has Genie’s steps with their kinds, as far as they are known', () => {
    const thoughts = [
      { type: 'THOUGHT_TYPE_DESCRIPTION', content: 'a' },
      { type: 'THOUGHT_TYPE_UNDERSTANDING', content: 'b' },
      { type: 'THOUGHT_TYPE_DATA_SOURCING', content: 'c' },
      { type: 'THOUGHT_TYPE_INSTRUCTIONS', content: 'd' },
      { type: 'THOUGHT_TYPE_STEPS', content: 'e' },
      { type: 'THOUGHT_TYPE_NEWER', content: 'f' },
      { type: '', content: 'g' },
      { type: 'THOUGHT_TYPE_STEPS', content: ' \n' },
    ];
    expect(tableOf({ thoughts })?.thoughts).toEqual([
      { kind: 'description', text: 'a' },
      { kind: 'understanding', text: 'b' },
      { kind: 'data-sourcing', text: 'c' },
      { kind: 'instructions', text: 'd' },
      { kind: 'steps', text: 'e' },
      { text: 'f' },
      { text: 'g' },
    ]);
  });

  test('has the tables that its query reads', () => {
    expect(tableOf({ sql: 'SELECT 1 FROM main.sales.orders' })?.sources).toEqual([
      { name: 'orders', fullName: 'main.sales.orders' },
    ]);
    expect(tableOf({ sql: 'SELECT 1' })).not.toHaveProperty('sources');
  });

  test('is trusted if its query is one with parameters, which the authors of the space wrote', () => {
    const parameters = [
      { keyword: 'year', value: '2026', sqlType: 'INT' },
      { keyword: '', value: 'x', sqlType: '' },
      { keyword: 'region', value: ' ', sqlType: 'STRING' },
    ];
    expect(tableOf({ parameters })).toMatchObject({
      isTrusted: true,
      parameters: [{ name: 'year', value: '2026' }],
    });
    expect(tableOf({})).not.toHaveProperty('isTrusted');
  });

  test('says since when its rows hold, if that is known', () => {
    expect(tableOf({}, { ranAt: 5 })?.readAt).toBe(5);
    expect(tableOf({})).not.toHaveProperty('readAt');
  });

  test('has the chart that Genie drew of it, with its picture if that is the one', () => {
    const viz = {
      kind: 'visualization' as const,
      id: 'v',
      title: ' By region ',
      queryAttachmentId: 'b',
    };
    const message = aMessage(aQuery('a', { title: 'A' }), aQuery('b', { title: 'B' }), viz);
    const url = 'data:image/png;base64,AAAA' as const;
    const charts = (chartId: string) =>
      readAnswer(message, new Map(), { chartId, url }).tables.map(({ genieChart }) => genieChart);
    expect(charts('v')).toEqual([undefined, { title: 'By region', picture: url }]);
    expect(charts('other')).toEqual([undefined, { title: 'By region' }]);
  });
});
