import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readExactNumber } from '../../src/exports/readExactNumber.ts';

/** What Excel makes of a number: 15 significant digits. */
const inExcel = (number: number) => Number(number.toPrecision(15));

describe('a number for Excel', () => {
  test.each([
    ['0', 0],
    ['-12.50', -12.5],
    ['007', 7],
    ['3.336E8', 333_600_000],
    ['1000000000000000000', 1e18],
    ['123456789012345', 123_456_789_012_345],
    ['0.000000000000000123', 1.23e-16],
  ])('is %s', (text, expected) => {
    expect(readExactNumber(text, false)).toBe(expected);
  });

  test.each([
    '1234567890123456',
    '9007199254740993',
    '12345678901234.56',
    '1E400',
    '1E-320',
    'NaN',
    'Infinity',
    '',
    '1,000',
    '0x10',
    ' 1',
  ])('is not %s', (text) => {
    expect(readExactNumber(text, false)).toBeUndefined();
  });

  test('keeps every digit of a decimal, or isn’t a number', () => {
    const decimals = fc.tuple(fc.bigInt(), fc.nat(20)).map(([digits, scale]) => {
      const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
      const point = text.length - scale;
      return {
        digits,
        scale,
        text: `${digits < 0n ? '-' : ''}${text.slice(0, point)}${scale > 0 ? '.' : ''}${text.slice(point)}`,
      };
    });
    fc.assert(
      fc.property(decimals, ({ text }) => {
        const number = readExactNumber(text, false);
        if (number === undefined) return;
        const shown = Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 100 });
        expect(shown.format(inExcel(number).toString() as `${number}`)).toBe(
          shown.format(text as `${number}`).replace(/^-0$/, '0'),
        );
      }),
    );
  });

  test('keeps a binary fraction as a number, however many digits it has', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 });
    fc.assert(
      fc.property(finite, (number) => {
        fc.pre(number === 0 || Math.abs(number) > 1e-300);
        expect(readExactNumber(String(number), true)).toBe(number === 0 ? 0 : number);
      }),
    );
  });
});
