import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromEntity, toEntity } from '../../../src/storage/rows/tableEntity.ts';

const key = { partition: 'p', row: 'r' };

test('every property of a long text fits, and no character is cut in two', () => {
  const places = fc.integer({ min: 29_990, max: 30_010 });
  fc.assert(
    fc.property(places, fc.integer({ min: 0, max: 40_000 }), (place, rest) => {
      const text = `${'a'.repeat(place)}😀${'😀'.repeat(rest)}`;
      const { partitionKey, rowKey, ...properties } = toEntity(key, { text }, 'w');
      for (const property of Object.values(properties)) {
        expect(String(property).length).toBeLessThanOrEqual(32_768);
        expect(String(property).isWellFormed()).toBe(true);
      }
      expect(fromEntity({ ...properties }).columns['text'] === text).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('a number is marked as a double: without a type, the service reads it as 32 bits', () => {
  const { count } = toEntity(key, { count: 3_000_000_000 }, 'w');
  expect(count).toEqual({ type: 'Double', value: 3_000_000_000 });
});

test('what the service adds to an entity is not a column', () => {
  const entity = {
    ...toEntity(key, { text: 'x', open: true, absent: undefined }, 'w'),
    etag: 'e',
    timestamp: '2026-11-21T09:00:00Z',
    'odata.metadata': 'https://a.table.core.windows.net/$metadata#sessions/@Element',
  };
  expect(fromEntity(entity)).toEqual({ key, columns: { text: 'x', open: true }, etag: 'e' });
});
