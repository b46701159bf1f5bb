import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCellFormatter } from '../../src/answers/cellFormatter.ts';

/** Formats the whole column and returns its cells. */
function formatColumn(
  column: { name?: string; type: string; scale?: number },
  values: (string | null)[],
  locale?: string,
): string[] {
  return values.map(createCellFormatter({ name: 'x', ...column }, values, locale));
}

describe('createCellFormatter', () => {
  test('NULL is an en dash in every type', () => {
    for (const type of ['STRING', 'INT', 'DATE', 'TIMESTAMP', 'STRUCT', 'BOOLEAN'])
      expect(formatColumn({ type }, [null])).toEqual(['–']);
  });

  test('years stay as they are beside amounts with separators', () => {
    expect(formatColumn({ name: 'order_year', type: 'INT' }, ['2024'])).toEqual(['2024']);
    expect(formatColumn({ name: 'orders', type: 'INT' }, ['2024'])).toEqual(['2,024']);
  });

  test('a fraction is a number, whatever its name', () => {
    const growth = { name: 'month_over_month_growth', type: 'DOUBLE' };
    expect(formatColumn(growth, ['0.30000000000000004'])).toEqual(['0.3']);
    const bestDay = { name: 'best_day', type: 'DOUBLE' };
    expect(formatColumn(bestDay, ['1234.30000000000004', '7'])).toEqual(['1,234.3', '7.0']);
  });

  test('identifiers stay as they are, with their leading zeros', () => {
    expect(formatColumn({ name: 'zip_code', type: 'INT' }, ['02139', '10115'])).toEqual([
      '02139',
      '10115',
    ]);
    expect(formatColumn({ name: 'customer_id', type: 'DOUBLE' }, ['1.0423E4'])).toEqual(['10423']);
  });

  test.each([
    ['price_usd', 'DECIMAL', 2, '1204.50', '$1,204.50'],
    ['revenueEUR', 'DOUBLE', undefined, '1204.5', '€1,204.50'],
    ['loss_gbp', 'DECIMAL', 2, '-3.00', '-£3.00'],
    ['jpy', 'INT', undefined, '1204', '¥1,204'],
    ['price_usd', 'DECIMAL', 6, '0.000340', '$0.00034'],
    ['usd_eur', 'DOUBLE', undefined, '1.25', '1.25'],
    ['usd_rate', 'DOUBLE', undefined, '1.25', '1.25'],
    ['first_try', 'LONG', undefined, '1234', '1,234'],
    ['cad_files', 'LONG', undefined, '1234', '1,234'],
    ['revenue_cad', 'LONG', undefined, '1234', 'CA$1,234'],
    ['revenue', 'DECIMAL', 2, '1204.50', '1,204.50'],
  ])(
    'a column named %s has the currency that its name says plainly',
    (name, type, scale, value, text) => {
      const column = { name, type, ...(scale !== undefined && { scale }) };
      expect(formatColumn(column, [value], 'en-US')).toEqual([text]);
    },
  );

  test('a text that looks like a number or a date is a text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('1234567', '2024-01-01', '0123')),
        (text) => {
          expect(formatColumn({ type: 'STRING' }, [text], 'de-DE')).toEqual([text]);
        },
      ),
    );
  });

  test.each<[string, string, number | undefined, string[], string[]]>([
    ['share_pct', 'DOUBLE', undefined, ['59.0', '47.8'], ['59.0%', '47.8%']],
    ['share_pct', 'DOUBLE', undefined, ['59', '47'], ['59%', '47%']],
    ['share_pct', 'DOUBLE', undefined, ['33.333333333333336', '0.5'], ['33.33%', '0.50%']],
    ['growth_pct', 'DOUBLE', undefined, ['-12.5', '100.0', '0'], ['-12.5%', '100.0%', '0.0%']],
    [
      'revenue_usd',
      'DOUBLE',
      undefined,
      ['1204.5', '7', '-3.25'],
      ['$1,204.50', '$7.00', '-$3.25'],
    ],
    ['revenue_usd', 'DOUBLE', undefined, ['1204', '7'], ['$1,204', '$7']],
    ['price_usd', 'DECIMAL', 6, ['0.000340', '12.500000'], ['$0.00034', '$12.50']],
    ['weight', 'DOUBLE', undefined, ['2.25', '10', '0.5'], ['2.25', '10.00', '0.50']],
    ['orders', 'DOUBLE', undefined, ['1.0423E4', '7.0'], ['10,423', '7']],
    ['latitude', 'DOUBLE', undefined, ['52.520008', '13.4'], ['52.520008', '13.400000']],
    ['rate', 'DOUBLE', undefined, ['0.00012', '5000'], ['0.00012', '5,000']],
    ['x', 'DOUBLE', undefined, ['412.0833333333333', '12.5', '7'], ['412.08', '12.50', '7.00']],
    ['x', 'DOUBLE', undefined, ['412.0833333333333', '0.0012345678'], ['412.08', '0.0012']],
    ['x', 'DOUBLE', undefined, ['1.0834567891', '1.0831234567'], ['1.083457', '1.083123']],
    ['x', 'DOUBLE', undefined, ['0.3333333333333333', '0.25'], ['0.3333', '0.2500']],
    ['avg_price', 'DECIMAL', 6, ['412.083333', '12.500000'], ['412.08', '12.50']],
    ['distance', 'DECIMAL', 6, ['412.083333', '12.500000'], ['412.083333', '12.500000']],
    ['price', 'DECIMAL', 2, ['412.08', '5'], ['412.08', '5.00']],
    ['x', 'DOUBLE', undefined, ['NaN', '1.5', '1E300', '2'], ['NaN', '1.5', '1E300', '2.0']],
    ['x', 'DOUBLE', undefined, ['0', '0.0'], ['0', '0']],
  ])('the decimals of %s %s are alike', (name, type, scale, values, texts) => {
    const column = { name, type, ...(scale !== undefined && { scale }) };
    expect(formatColumn(column, values, 'en-US')).toEqual(texts);
  });

  test('the decimals of a column have the same length, whatever its numbers', () => {
    const numbers = fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 3 }), (whole, digits) => {
        const values = whole.map((number) => String(number / 10 ** digits));
        const lengths = formatColumn({ type: 'DOUBLE' }, values).map(
          (text) => text.split('.')[1]?.length ?? 0,
        );
        const tiny = Math.max(...values.map(Number)) / 1000;
        const ordinary = lengths.filter((_, at) => Number(values[at]) >= tiny);
        expect(new Set(ordinary).size).toBe(1);
      }),
    );
  });

  test('a per cent sign stands where people put it', () => {
    const pct = { name: 'share_pct', type: 'DOUBLE' };
    expect(formatColumn(pct, ['59.5', '-3'], 'de-DE')).toEqual(['59,5\u00a0%', '-3,0\u00a0%']);
    expect(formatColumn(pct, ['59.5'], 'tr-TR')).toEqual(['%59,5']);
  });

  test('numbers get a per cent sign only where they are surely per cent', () => {
    const pct = { name: 'margin_pct', type: 'DOUBLE' };
    expect(formatColumn(pct, ['25.5', '0.5', null])).toEqual(['25.5%', '0.5%', '–']);
    expect(formatColumn(pct, ['0.25', '0.5'])).toEqual(['0.25', '0.50']);
    expect(formatColumn({ name: 'share', type: 'DOUBLE' }, ['25.5'])).toEqual(['25.5']);
  });

  test('a date is never moved by a time zone', () => {
    expect(formatColumn({ type: 'DATE' }, ['2026-01-01'])).toEqual(['2026-01-01']);
    expect(formatColumn({ type: 'DATE' }, ['2026-01-01'], 'en-US')).toEqual(['Jan 1, 2026']);
    expect(formatColumn({ type: 'DATE' }, ['2026-01-01'], 'de-DE')).toEqual(['01.01.2026']);
  });

  test('years are counted as in the data, whatever calendar the locale likes', () => {
    expect(formatColumn({ type: 'DATE' }, ['2026-01-01'], 'th-TH')[0]).toContain('2026');
  });

  test.each(['+12026-01-01', '0044-03-15 BC', '2026-02-30', ''])(
    'the date %s is shown as it came',
    (text) => {
      expect(formatColumn({ type: 'DATE' }, [text], 'en-US')).toEqual([text]);
    },
  );

  test.each([
    ['2026-01-01T10:30:00.000Z', undefined, '2026-01-01 10:30:00'],
    ['2026-01-01 10:30:00', undefined, '2026-01-01 10:30:00'],
    ['2026-01-01T10:30:45.120Z', 'en-US', '2026-01-01 10:30:45.12'],
    ['2026-01-01T10:30:00+02:00', 'de-DE', '01.01.2026, 08:30'],
    ['2026-01-01T10:30:00+0200', 'de-DE', '01.01.2026, 08:30'],
    ['2026-01-01T10:30:00Z', 'de-DE', '01.01.2026, 10:30'],
    ['2026-01-01T10:30:45Z', 'de-DE', '01.01.2026, 10:30:45'],
    ['2026-02-30T10:30:45Z', 'de-DE', '2026-02-30 10:30:45'],
    ['soon', 'de-DE', 'soon'],
  ])('the timestamp %s in %s reads %s', (text, locale, written) => {
    expect(formatColumn({ type: 'TIMESTAMP' }, [text], locale)).toEqual([written]);
  });

  test('timestamps that are all midnights are days', () => {
    const column = { type: 'TIMESTAMP' };
    expect(formatColumn(column, ['2026-01-01T00:00:00.000Z', null])).toEqual(['2026-01-01', '–']);
    expect(formatColumn(column, ['2026-01-01T00:00:00Z', '2026-01-01T10:00:00Z'])).toEqual([
      '2026-01-01 00:00:00',
      '2026-01-01 10:00:00',
    ]);
  });

  test.each<[string, string, string[], string[]]>([
    ['Europe/Berlin', 'TIMESTAMP', ['2026-01-01T10:30:00Z'], ['2026-01-01 11:30:00']],
    ['Europe/Berlin', 'TIMESTAMP', ['2026-07-01T22:30:00.5Z'], ['2026-07-02 00:30:00.5']],
    ['America/Los_Angeles', 'TIMESTAMP', ['2026-01-01T05:00:00Z'], ['2025-12-31 21:00:00']],
    ['Asia/Kathmandu', 'TIMESTAMP', ['2026-01-01T00:00:01Z'], ['2026-01-01 05:45:01']],
    ['Europe/Berlin', 'TIMESTAMP', ['2026-01-01T10:30:00-05:00'], ['2026-01-01 16:30:00']],
    // Around the change to summer time.
    [
      'Europe/Berlin',
      'TIMESTAMP',
      ['2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z'],
      ['2026-03-29 01:59:59', '2026-03-29 03:00:00'],
    ],
    // Days, in UTC and where the reader is, on both sides of the change.
    [
      'America/Los_Angeles',
      'TIMESTAMP',
      ['2026-01-01T00:00:00Z', '2026-07-01T00:00:00.000Z'],
      ['2026-01-01', '2026-07-01'],
    ],
    [
      'Europe/Berlin',
      'TIMESTAMP',
      ['2025-12-31T23:00:00Z', '2026-06-30T22:00:00Z'],
      ['2026-01-01', '2026-07-01'],
    ],
    ['Europe/Berlin', 'TIMESTAMP', ['2025-12-31T23:00:00Z'], ['2026-01-01 00:00:00']],
    // What has no zone.
    ['Europe/Berlin', 'TIMESTAMP', ['2026-01-01 10:30:00'], ['2026-01-01 10:30:00']],
    ['Europe/Berlin', 'TIMESTAMP_NTZ', ['2026-01-01T10:30:00'], ['2026-01-01 10:30:00']],
    ['Europe/Berlin', 'TIMESTAMP_NTZ', ['2026-01-01T10:30:00Z'], ['2026-01-01 10:30:00']],
    ['Pacific/Kiritimati', 'DATE', ['2026-01-01'], ['2026-01-01']],
    ['Pacific/Kiritimati', 'STRING', ['2026-01-01T10:30:00Z'], ['2026-01-01T10:30:00Z']],
    // Marks, which aren't times.
    [
      'Pacific/Kiritimati',
      'TIMESTAMP',
      ['9999-12-31T23:59:59Z', '2026-01-01T10:30:00Z', '0001-01-01T00:00:01Z'],
      ['9999-12-31 23:59:59 UTC', '2026-01-02 00:30:00', '0001-01-01 00:00:01 UTC'],
    ],
  ])('a reader in %s sees %s %j as %j', (timeZone, type, values, texts) => {
    const format = createCellFormatter({ name: 'x', type }, values, undefined, timeZone);
    expect(values.map(format)).toEqual(texts);
  });

  test('nested values lose white space and nothing else', () => {
    const text = '{ "a b": [1, 12345678901234567890],\n "c": "x \\" y" }';
    expect(formatColumn({ type: 'STRUCT' }, [text])).toEqual([
      '{"a b":[1,12345678901234567890],"c":"x \\" y"}',
    ]);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(typeof value === 'object' && value !== null);
        const [compact = ''] = formatColumn({ type: 'MAP' }, [JSON.stringify(value, null, 2)]);
        expect(compact).toBe(JSON.stringify(value));
      }),
    );
  });

  test('a locale that nobody knows is ignored', () => {
    for (const locale of ['', 'xx-invalid-locale-name', '🙂', 'en_US'])
      expect(formatColumn({ type: 'INT' }, ['1234'], locale)).toEqual(['1,234']);
  });
});
