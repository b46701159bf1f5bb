import { expect, it } from 'vitest';
import { parseJson } from '../../src/common/parseJson.ts';

it('reads any JSON, and nothing else', () => {
  expect(['{"a":[1]}', '"text"', 'null', '7'].map(parseJson)).toEqual([
    { a: [1] },
    'text',
    null,
    7,
  ]);
  expect(['', '{', 'undefined', "{'a':1}"].map(parseJson)).toEqual(Array(4).fill(undefined));
});
