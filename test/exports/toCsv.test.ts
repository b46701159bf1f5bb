import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerColumn } from '../../src/answers/answer.ts';
import { toCsv } from '../../src/exports/toCsv.ts';
import type { Row } from '../../src/exports/wholeTable.ts';
import { collect } from '../support/collect.ts';

const formulaSigns = '=+-@＝＋－＠﹦﹢﹣﹫';
const separators = ';\t\r\n';
/** What can stand before a formula without being seen. */
const unseen = [...' \u00a0\ufeff\0\v\f\u200b\u00ad\u202e\u2066\u061c\u3164\u2800\u3000'];

async function write(columns: readonly AnswerColumn[], rows: readonly Row[]): Promise<string> {
  return (await collect(toCsv({ columns, rows }))).join('');
}

function readBack(csv: string): string[][] {
  return parse(Buffer.from(csv), { bom: true });
}

/** Whether a spreadsheet could read a formula at this place of a cell. */
function isFormulaAt(characters: readonly string[], at: number): boolean {
  const before = characters[at - 1];
  if (before !== undefined && !separators.includes(before)) return false;
  if (before === undefined && '\t\r\n'.includes(characters[at] ?? 'x')) return true;
  const seen = characters.slice(at).find((character) => !unseen.includes(character));
  return seen !== undefined && formulaSigns.includes(seen);
}

const text = (name: string): AnswerColumn => ({ name, type: 'STRING' });
const cells = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[=+\-@"',;\r\n\t ＝0-9a]{0,8}$/),
  fc.string({ unit: fc.constantFrom(...unseen, ...formulaSigns, ...separators, 'a', '1') }),
  fc.constant(null),
);

describe('CSV', () => {
  test('has a byte order mark, a header, lines that end in CRLF, and quotes only if needed', async () => {
    const columns = [text('region'), { name: 'revenue', type: 'DECIMAL', scale: 2 }];
    const rows = [
      ['North, "cold"', '-12.50'],
      ['line\nbreak', null],
    ];
    expect(await write(columns, rows)).toBe(
      '\uFEFFregion,revenue\r\n"North, ""cold""",-12.50\r\n"line\nbreak",\r\n',
    );
  });

  test('reads back as exactly the same cells, except for the apostrophe before a formula', async () => {
    const tables = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cells, { minLength: width, maxLength: width }), { minLength: 1 }),
      );
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const columns = (rows[0] ?? []).map((_, index) => text(`c${index}`));
        const expected = rows.map((row) =>
          row.map((cell) =>
            [...(cell ?? '')]
              .map((char, index, all) => (isFormulaAt(all, index) ? `'${char}` : char))
              .join(''),
          ),
        );
        const read = readBack(await write(columns, rows)).slice(1);
        expect(read).toEqual(expected);
      }),
    );
  });

  test('has no cell that a spreadsheet would run, whatever the data and the names', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cells, { minLength: 2, maxLength: 2 }), async (row) => {
        const columns = row.map((cell) => text(cell ?? ''));
        for (const cell of readBack(await write(columns, [row])).flat()) {
          const characters = [...cell];
          expect(characters.findIndex((_, at) => isFormulaAt(characters, at))).toBe(-1);
        }
      }),
    );
  });

  test.each([
    ['INT', '-12'],
    ['DECIMAL', '-0.50'],
    ['DOUBLE', '-1.5E-7'],
    ['DOUBLE', '-Infinity'],
    ['LONG', '-9007199254740993'],
  ])('leaves a negative number in a column of %s as it is', async (type, value) => {
    const [, row] = readBack(await write([{ name: 'delta', type }, text('x')], [[value, '']]));
    expect(row?.[0]).toBe(value);
  });

  test.each([
    ['STRING', '-12'],
    ['INT', '-1+cmd'],
    ['STRING', '-Infinity'],
    ['DECIMAL', '=1'],
  ])('defuses anything that isn’t a number in a column of %s: %s', async (type, value) => {
    const [, row] = readBack(await write([{ name: 'delta', type }, text('x')], [[value, '']]));
    expect(row?.[0]).toBe(`'${value}`);
  });

  test.each([
    ['a semicolon', 'a;=1+1', "a;'=1+1"],
    ['a tab', 'a\t@b', "a\t'@b"],
    ['a new line', 'a\n-b\n=c', "a\n'-b\n'=c"],
    ['a semicolon and a space', 'a; =1', "a;' =1"],
  ])(
    'defuses a formula after %s, where some spreadsheets split cells',
    async (_, cell, written) => {
      expect(readBack(await write([text('note')], [[cell]]))[1]).toEqual([written]);
    },
  );

  test.each([
    ['a space', ' =1'],
    ['a non-breaking space', '\u00a0+1'],
    ['a byte order mark', '\ufeff@a'],
    ['NUL', '\0-1'],
    ['a vertical tab', '\v=1'],
    ['a space of no width', '\u200b=1'],
    ['a soft hyphen', '\u00ad=1'],
    ['a mark that reverses text', '\u202e=1'],
    ['a filler', '\u3164=1'],
    ['all of these', ' \u00a0\ufeff\0\v\u200b\u00ad\u202e\u3164＝1'],
  ])('defuses a formula after %s, and keeps that', async (_, cell) => {
    expect(readBack(await write([text('note'), text('x')], [[cell, '']]))[1]?.[0]).toBe(`'${cell}`);
  });

  test.each([' a', 'a =1', '1 - 2', '\u202bعدد', 'a; b'])('keeps %j as it is', async (cell) => {
    expect(readBack(await write([text('note')], [[cell]]))[1]).toEqual([cell]);
  });

  test('fills up rows that are too short', async () => {
    expect(readBack(await write([text('a'), text('b')], [['1']]))[1]).toEqual(['1', '']);
  });
});
