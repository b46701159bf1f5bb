import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNumberFormatter, type NumberFormat } from '../../src/answers/numberFormatter.ts';

const float = { locale: 'en-US', grouping: true };
const dollars = { ...float, currency: 'USD' };
const decimal = (scale: number) => ({ ...float, scale });

describe('createNumberFormatter', () => {
  test.each([
    ['1234567', decimal(0), '1,234,567'],
    ['-1204331.5', decimal(2), '-1,204,331.50'],
    [
      '123456789012345678901234567.012345',
      decimal(6),
      '123,456,789,012,345,678,901,234,567.012345',
    ],
    ['0.24137931034482758621', decimal(20), '0.241379'],
    ['0.00000024137931034482', decimal(20), '0.000000241379'],
    [
      '123456789012345678901234567.0123456789',
      decimal(10),
      '123,456,789,012,345,678,901,234,567.012346',
    ],
    ['1234.5000000000', decimal(10), '1,234.5'],
    ['9223372036854775807', decimal(0), '9,223,372,036,854,775,807'],
    ['3.336E8', float, '333,600,000'],
    ['3.336E8', decimal(0), '333,600,000'],
    ['3.4E-4', float, '0.00034'],
    ['0.00034', float, '0.00034'],
    ['0.000000123456789', float, '0.000000123457'],
    ['0.30000000000000004', float, '0.3'],
    ['1234.5678', float, '1,234.5678'],
    ['0.0', float, '0'],
    ['-0.0', float, '0'],
    ['2024', { ...float, scale: 0, grouping: false }, '2024'],
    ['1234567.5', { locale: 'de-DE', grouping: true }, '1.234.567,5'],
    ['1234567', { locale: 'en-IN', grouping: true, scale: 0 }, '12,34,567'],
    ['NaN', float, 'NaN'],
    ['Infinity', float, 'Infinity'],
    ['87.33333333333333', dollars, '$87.33'],
    ['1.2345678912345E7', dollars, '$12,345,678.91'],
    ['0.0456', dollars, '$0.05'],
    ['0.0049', dollars, '$0.0049'],
    ['3.4123E-4', dollars, '$0.00034'],
    ['87.333333333333333333', { ...dollars, scale: 18 }, '$87.33'],
    ['0.000340', { ...dollars, scale: 6 }, '$0.00034'],
    ['1.5E300', float, '1.5E300'],
    ['', float, ''],
  ])('%s is written %o → %s', (text, format, written) => {
    expect(formatNumber(text, format)).toBe(written);
  });

  test('an exact number keeps every digit', () => {
    const digits = fc.stringMatching(/^[1-9]\d{0,27}$/);
    const fraction = fc.stringMatching(/^\d{6}$/);
    fc.assert(
      fc.property(fc.boolean(), digits, fraction, (negative, whole, tail) => {
        const text = `${negative ? '-' : ''}${whole}.${tail}`;
        const written = formatNumber(text, decimal(6)).replaceAll(',', '');
        expect(trimZeros(written)).toBe(trimZeros(text));
      }),
    );
  });

  test('a binary fraction changes by less than its last shown digit, and never becomes nothing', () => {
    const values = fc.double({ min: -1e15, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(values, (value) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-15);
        const shown = Number(formatNumber(String(value), float).replaceAll(',', ''));
        expect(shown === 0).toBe(value === 0);
        expect(Math.abs(shown - value)).toBeLessThanOrEqual(
          0.000_000_5 + Math.abs(value) * Number.EPSILON,
        );
        if (value !== 0) expect(Math.abs(shown - value) / Math.abs(value)).toBeLessThan(0.0001);
      }),
    );
  });
});

function formatNumber(text: string, format: NumberFormat): string {
  return createNumberFormatter(format)(text);
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
