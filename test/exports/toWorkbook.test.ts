import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerColumn } from '../../src/answers/answer.ts';
import { codeOf } from '../../src/common/errors.ts';
import { collectBytes } from '../../src/exports/collectBytes.ts';
import { toWorkbook } from '../../src/exports/toWorkbook.ts';
import type { Row } from '../../src/exports/wholeTable.ts';
import { readWorkbook } from '../support/readWorkbook.ts';
import { runs } from '../support/runs.ts';

const write = async (columns: readonly AnswerColumn[], rows: Iterable<Row>) =>
  readWorkbook(await collectBytes(toWorkbook({ columns, rows }), Number.POSITIVE_INFINITY));

const columns: AnswerColumn[] = [
  { name: 'region', type: 'STRING' },
  { name: 'revenue', type: 'DECIMAL', scale: 2 },
  { name: 'customer_id', type: 'LONG' },
  { name: 'share', type: 'DOUBLE' },
  { name: 'day', type: 'DATE' },
  { name: 'sent_at', type: 'TIMESTAMP' },
  { name: 'is_new', type: 'BOOLEAN' },
];

describe('a workbook', () => {
  test('holds texts, numbers, dates and booleans as such', async () => {
    const row = ['EMEA', '-1234.50', '10115', '0.1', '2026-11-21', '2026-11-21T12:00:00Z', 'true'];
    const { rows, formats } = await write(columns, [row]);
    expect(rows).toEqual([
      columns.map(({ name }) => name),
      ['EMEA', -1234.5, 10115, 0.1, 46347, 46347.5, true],
    ]);
    expect(Object.fromEntries(formats)).toEqual({
      B2: '#,##0.00',
      C2: '0',
      E2: 'yyyy-mm-dd',
      F2: 'yyyy-mm-dd hh:mm:ss "UTC"',
    });
  });

  test('shows the digits of a fraction, whatever the name of its column', async () => {
    const { rows, formats } = await write(
      [
        { name: 'coverage_code', type: 'DOUBLE' },
        { name: 'mobile_visits', type: 'LONG' },
      ],
      [
        ['0.8765', '1234567'],
        ['7.0', '8'],
      ],
    );
    expect(rows.slice(1)).toEqual([
      [0.8765, 1234567],
      [7, 8],
    ]);
    expect(Object.fromEntries(formats)).toEqual({ B2: '#,##0', B3: '#,##0' });
  });

  test('groups the digits of amounts, and never those of keys and years', async () => {
    const names = ['o_orderkey', 'Kundennummer', 'Jahr', 'season', 'Umsatz', 'headcount_year_end'];
    const { formats } = await write(
      names.map((name) => ({ name, type: 'LONG' })),
      [
        ['4110656', '4711001', '2023', '2023', '20000', '2019'],
        ['3043270', '4711002', '2024', '2024', '30000', '2020'],
      ],
    );
    const first = [...formats].filter(([cell]) => cell.endsWith('2')).map(([, format]) => format);
    expect(first).toEqual(['0', '0', '0', '0', '#,##0', '#,##0']);
  });

  test('stores anything that Excel would change as text', async () => {
    const row = ['1', '12345678901234567.89', '9007199254740993', 'NaN', '1815-12-10', 'x', '?'];
    const { rows } = await write(columns, [row]);
    expect(rows[1]).toEqual(row);
  });

  test('leaves the cells of NULLs empty', async () => {
    const { rows } = await write(columns, [columns.map(() => null), ['x']]);
    expect(rows[1] ?? []).toEqual([]);
    expect(rows[2]).toEqual(['x']);
  });

  test('keeps every text unchanged', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[_x0-9a-fA-F]{0,16}$/),
      fc.constantFrom(
        '=1+1',
        ' lead ',
        '_x0041_',
        '_X0041_',
        '__x0041__',
        'valueOf',
        '__proto__',
        '&amp;',
        'a\nb',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 20 }), async (values) => {
        const column = [{ name: 'text', type: 'STRING' }];
        const { rows } = await write(
          column,
          values.map((value) => [value]),
        );
        expect(values.map((_, index) => rows[index + 1]?.[0] ?? '')).toEqual(values);
      }),
      { numRuns: runs(50) },
    );
  });

  test('writes line ends the XML way, and leaves out characters that XML doesn’t have', async () => {
    const { rows } = await write([{ name: 't', type: 'STRING' }], [['a\r\nb\rc\u0001d\uD800e']]);
    expect(rows[1]?.[0]).toBe('a\nb\ncde');
  });

  test('cuts a text at the limit of a cell', async () => {
    const { rows } = await write([{ name: 't', type: 'STRING' }], [['x'.repeat(40_000)]]);
    expect(rows[1]?.[0]).toBe(`${'x'.repeat(32_766)}…`);
  });

  test('has a bold header that stays visible, and columns as wide as their texts', async () => {
    const { part } = await write(
      [
        { name: 'a', type: 'STRING' },
        { name: 'b', type: 'STRING' },
      ],
      [['x'.repeat(20), 'x'.repeat(500)]],
    );
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<pane ySplit="1"[^>]* state="frozen"/);
    expect([...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => width)).toEqual([
      '22',
      '60',
    ]);
    const header = /<c r="A1" s="(\d+)"/.exec(sheet)?.[1];
    const styles = part('xl/styles.xml').split('<cellXfs')[1] ?? '';
    const font = /fontId="(\d+)"/.exec(styles.split('<xf ')[Number(header) + 1] ?? '')?.[1];
    expect(part('xl/styles.xml').split(/<font>/)[Number(font) + 1]).toContain('<b/>');
  });

  test('is refused if it has too many cells for memory, without reading them all', async () => {
    let read = 0;
    function* endless(): Generator<Row> {
      for (;;) {
        read += 1;
        yield Array.from({ length: 1_000 }, () => 'x');
      }
    }
    const wide = Array.from({ length: 1_000 }, (_, at) => ({ name: `c${at}`, type: 'STRING' }));
    const error = await write(wide, endless()).catch((thrown: unknown) => thrown);
    expect(codeOf(error)).toBe('too-large');
    expect(read).toBeLessThan(1_000);
  });
});
