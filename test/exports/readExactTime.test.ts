import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readExactTime } from '../../src/exports/readExactTime.ts';

describe('a time for Excel', () => {
  test.each([
    ['2026-11-21', '2026-11-21T00:00:00.000Z', 'yyyy-mm-dd'],
    ['2026-11-21 09:30', '2026-11-21T09:30:00.000Z', 'yyyy-mm-dd hh:mm:ss'],
    ['2026-11-21T09:30:15Z', '2026-11-21T09:30:15.000Z', 'yyyy-mm-dd hh:mm:ss "UTC"'],
    ['2026-11-21T09:30:15.000000Z', '2026-11-21T09:30:15.000Z', 'yyyy-mm-dd hh:mm:ss "UTC"'],
    ['2026-11-21 09:30:15.250', '2026-11-21T09:30:15.250Z', 'yyyy-mm-dd hh:mm:ss.000'],
    ['2026-11-21 09:30:15+00:00', '2026-11-21T09:30:15.000Z', 'yyyy-mm-dd hh:mm:ss "UTC"'],
    ['1900-03-01', '1900-03-01T00:00:00.000Z', 'yyyy-mm-dd'],
  ])('is %s', (text, iso, format) => {
    expect(readExactTime(text)).toEqual({ value: new Date(iso), format });
  });

  test.each([
    '1900-02-28',
    '0044-03-15',
    '2026-02-30',
    '2026-11-21 25:00:00',
    '2026-11-21 09:30:15+02:00',
    '2026-11-21 09:30:15.123456',
    '21.11.2026',
    '',
  ])('is not “%s”', (text) => {
    expect(readExactTime(text)).toBeUndefined();
  });

  test('gives the same time as the text, for every time it accepts', () => {
    const min = new Date('1900-03-01T00:00:00Z');
    const times = fc.date({ min, max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true });
    fc.assert(
      fc.property(times, (time) => {
        expect(readExactTime(time.toISOString())?.value).toEqual(time);
      }),
    );
  });
});
