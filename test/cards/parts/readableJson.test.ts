import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableJson } from '../../../src/cards/parts/readableJson.ts';

describe('readable JSON', () => {
  it.each([
    ['{"a":1,"b":[true,null]}', '{\n  "a": 1,\n  "b": [\n    true,\n    null\n  ]\n}'],
    ['{ }', '{}'],
    ['[[],{}]', '[\n  [],\n  {}\n]'],
    ['"\\u00e9"', '"é"'],
    ['{"a":"x, {y}: [z]"}', '{\n  "a": "x, {y}: [z]"\n}'],
    ['12345678901234567890.10', '12345678901234567890.10'],
    ['{"to":"a","to":"b"}', '{\n  "to": "a",\n  "to": "b"\n}'],
  ])('puts %s on lines, and changes nothing else', (json, expected) => {
    expect(readableJson(json)).toBe(expected);
  });

  it.each(['', 'SELECT 1', '{"a":', '{a:1}'])('is %j as it came where it isn’t JSON', (text) => {
    expect(readableJson(text)).toBe(text);
  });

  it('means the same', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(JSON.parse(readableJson(json))).toEqual(JSON.parse(json));
      }),
    );
  });
});
