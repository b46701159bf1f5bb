import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeKey, encodeKey } from '../../../src/storage/rows/encodeKey.ts';

test('any text becomes a key of safe characters, and can be read back from it', () => {
  const encodedAlready = fc.string({ unit: fc.constantFrom('_', '0', '4', '1', '/') });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), encodedAlready), (text) => {
      const key = encodeKey(text);
      expect(key).toMatch(/^[0-9A-Za-z._-]*$/);
      expect(decodeKey(key)).toBe(text);
    }),
  );
});

test('IDs and host names stay readable', () => {
  expect(encodeKey('adb-123.4.azuredatabricks.net')).toBe('adb-123.4.azuredatabricks.net');
});
