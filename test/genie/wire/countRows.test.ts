import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { toQueryResult } from '../../../src/genie/wire/toQueryResult.ts';
import { statementWire } from '../../../src/genie/wire/wire.ts';

const two = [
  ['x', '1'],
  ['y', '2'],
];
const typedTwo = two.map((row) => ({ values: row.map((str) => ({ str })) }));

function count(manifest: unknown, result: unknown) {
  const statement_response = { status: { state: 'SUCCEEDED' }, manifest, result };
  const { totalRows, truncated } = toQueryResult(z.parse(statementWire, { statement_response }));
  return truncated ? [totalRows, 'and more'] : [totalRows];
}

describe('the rows of a whole result are counted', () => {
  it.each<[string, unknown, unknown, unknown[]]>([
    ['by the manifest', { total_row_count: 4810 }, { data_array: two }, [4810]],
    ['by a count that is a text', { total_row_count: '4810' }, { data_array: two }, [4810]],
    [
      'by the chunks',
      { chunks: [{ row_count: 2 }, { row_count: '4808' }] },
      { data_array: two },
      [4810],
    ],
    [
      'by where the last chunk begins',
      { chunks: [{}, { row_offset: 4000, row_count: 810 }] },
      { data_array: two },
      [4810, 'and more'],
    ],
    ['by the result', undefined, { row_count: 12, data_array: two }, [12]],
    ['by where the result begins', undefined, { row_offset: 10, data_array: two }, [12]],
    [
      'by the links',
      {},
      {
        external_links: [
          { external_link: 'https://x/1', row_count: 7 },
          { external_link: 'https://x/2', row_count: '5' },
        ],
      },
      [12],
    ],
    ['by the rows alone', undefined, { data_array: two }, [2]],
    ['by typed rows alone', undefined, { data_array: [], data_typed_array: typedTwo }, [2]],
    ['as none, if it holds none', {}, { data_array: [] }, [0]],
    ['as none, if the manifest says so', { total_row_count: 0 }, null, [0]],
    [
      'by the rows, if there are more than it says',
      { total_row_count: 0 },
      { data_array: two },
      [2],
    ],
    [
      'by the largest number, if they disagree',
      { total_row_count: 2, chunks: [{ row_count: 2 }, { row_count: 40 }] },
      { row_count: 7, data_array: two },
      [42],
    ],
    ['by none that is negative', { total_row_count: -1 }, { data_array: two }, [2]],
  ])('%s', (_, manifest, result, expected) => {
    expect(count(manifest, result)).toEqual(expected);
  });

  it.each<[string, unknown, unknown]>([
    ['a next chunk', {}, { data_array: two, next_chunk_index: 1 }],
    ['a next chunk, as a text', {}, { data_array: two, next_chunk_index: '1' }],
    ['a link to the next chunk', {}, { data_array: two, next_chunk_internal_link: '/api/x' }],
    ['more chunks than one', { total_chunk_count: 2 }, { data_array: two }],
    ['chunks without counts', { chunks: [{}, {}] }, { data_array: two }],
    ['a cut', { truncated: true }, { data_array: two }],
    ['a cut at a count', { truncated: true, total_row_count: 2 }, { data_array: two }],
  ])('as two and more, if the result names %s', (_, manifest, result) => {
    expect(count(manifest, result)).toEqual([2, 'and more']);
  });

  it.each<[string, unknown, unknown]>([
    ['no result', { schema: { columns: [{ name: 'a' }] } }, null],
    ['nothing at all', undefined, undefined],
    ['an empty result', {}, {}],
  ])('not at all by %s', (_, manifest, result) => {
    expect(count(manifest, result)).toEqual([undefined]);
  });

  it.each<[string, unknown]>([
    ['the first chunk', { next_chunk_index: 0 }],
    ['an empty link', { next_chunk_internal_link: '' }],
    ['nothing', { next_chunk_index: null, next_chunk_internal_link: null }],
  ])('as all there are, if what comes next is %s', (_, next) => {
    const chunks = [{ row_count: 2 }];
    const manifest = { total_chunk_count: 1, chunks, total_row_count: 2 };
    expect(count(manifest, { data_array: two, ...Object(next) })).toEqual([2]);
  });
});

it('values beyond the last named column get a column of their own', () => {
  const statement_response = {
    manifest: { schema: { columns: [{ name: 'a', type_name: 'STRING' }] } },
    result: { data_array: [['x'], ['y', '2', '3'], []] },
  };
  const { columns } = toQueryResult(z.parse(statementWire, { statement_response }));
  expect(columns.map(({ name }) => name)).toEqual(['a', 'Column 2', 'Column 3']);
});
