import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { toQueryResult } from '../../../src/genie/wire/toQueryResult.ts';
import { statementWire } from '../../../src/genie/wire/wire.ts';

const read = (statement_response: unknown) =>
  toQueryResult(z.parse(statementWire, { statement_response }));

const empty = { columns: [], rows: [], truncated: false };

it('a result has columns, rows and the size of the whole', () => {
  const result = read({
    status: { state: 'SUCCEEDED' },
    manifest: {
      schema: {
        columns: [
          { name: 'region', type_name: 'STRING', type_text: 'STRING', position: 0 },
          { name: 'sum', type_name: 'DECIMAL', type_text: 'DECIMAL(18,2)', type_scale: 2 },
          {},
        ],
      },
      total_row_count: '48210',
      truncated: true,
    },
    result: { data_array: [['EMEA', '1.5E3', null]] },
  });
  expect(result).toEqual({
    state: 'SUCCEEDED',
    columns: [
      { name: 'region', type: 'STRING', typeText: 'STRING' },
      { name: 'sum', type: 'DECIMAL', typeText: 'DECIMAL(18,2)', scale: 2 },
      { name: '', type: '' },
    ],
    rows: [['EMEA', '1.5E3', null]],
    totalRows: 48_210,
    truncated: true,
  });
});

it('typed rows are read, and a value without text is NULL', () => {
  const data_typed_array = [{ values: [{ str: 'x' }, {}, { str: '' }] }, {}, 'odd'];
  expect(read({ result: { data_typed_array } }).rows).toEqual([['x', null, ''], [], []]);
});

it('a cell that isn’t text is shown as JSON', () => {
  const data_array = [[1, true, { a: [2] }], null];
  expect(read({ result: { data_array } }).rows).toEqual([['1', 'true', '{"a":[2]}'], []]);
});

it.each([
  ['no statement', undefined, 'UNKNOWN'],
  ['a statement that says nothing', {}, 'UNKNOWN'],
  ['a statement without a state', { status: {} }, 'UNKNOWN'],
  ['a null result', { status: { state: 'SUCCEEDED' }, result: null }, 'SUCCEEDED'],
  ['no result', { status: { state: 'RUNNING' } }, 'RUNNING'],
  ['a result but no state', { result: {} }, 'SUCCEEDED'],
  ['a state that is newer than this client', { status: { state: 'THINKING' } }, 'THINKING'],
])('%s is an empty result', (_what, statement, state) => {
  expect(read(statement)).toEqual({ ...empty, state });
});

describe('a statement that failed', () => {
  it.each([
    [{ error_code: 'BAD_REQUEST', message: 'no such table' }, 'BAD_REQUEST', 'no such table'],
    [{}, 'UNKNOWN', ''],
  ])('says why: %j', (error, code, text) => {
    const result = read({ status: { state: 'FAILED', error } });
    expect(result).toEqual({ ...empty, state: 'FAILED', error: { code, text } });
  });
});
