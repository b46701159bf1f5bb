import { expect, it } from 'vitest';
import { formatValue } from '../../../local/demo/formatValue.ts';

it.each([
  [null, 'DECIMAL(18,2)', null],
  [3, 'DECIMAL(18,2)', '3.00'],
  [0.1 + 0.2, 'DECIMAL(18,2)', '0.30'],
  [42, 'BIGINT', '42'],
  [1, 'BOOLEAN', 'true'],
  [0, 'BOOLEAN', 'false'],
  [5, 'DOUBLE', '5.0'],
  [12.5, 'DOUBLE', '12.5'],
  [333_600_000, 'DOUBLE', '3.336E8'],
  [20_000_000, 'DOUBLE', '2.0E7'],
  [0.0005, 'DOUBLE', '5.0E-4'],
  ['2026-11-21', 'DATE', '2026-11-21'],
])('%s as %s is %s', (value, type, expected) => {
  expect(formatValue(value, type)).toBe(expected);
});
