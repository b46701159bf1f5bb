import { describe, expect, it } from 'vitest';
import type { AnswerColumn } from '../../../src/answers/answer.ts';
import { tableElement } from '../../../src/cards/answer/tableElement.ts';
import { cardLimitSteps } from '../../../src/cards/parts/cardLimits.ts';
import { createMessage } from '../../../src/cards/parts/outgoingMessage.ts';
import { textWidth } from '../../../src/cards/parts/textWidth.ts';
import { testReader } from '../../support/testReader.ts';
import { cardLines } from '../readCard.ts';
import { aTable } from './anAnswer.ts';

const columnsOf = (...named: [name: string, type: string][]): AnswerColumn[] =>
  named.map(([name, type]) => ({ name, type, ...(type === 'DECIMAL' && { scale: 2 }) }));

function elementOf(columns: AnswerColumn[], ...rows: string[][]) {
  const [limits] = cardLimitSteps;
  return tableElement(aTable({ columns, rows }), { ...testReader(), limits }).element;
}

/** As people read them: what keeps a line from breaking can't be seen. */
const linesOf = (...table: Parameters<typeof elementOf>) =>
  cardLines(createMessage('teams', [elementOf(...table)], '')).map((line) =>
    line.replaceAll('\u00A0', ' ').replaceAll('\u2060', ''),
  );

/** How many digits each column has room for on a phone, without the padding of its cells. */
function roomsOf(...table: Parameters<typeof elementOf>): number[] {
  const widths = elementOf(...table).columns.map(({ width }) => width);
  const all = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => (35.7 * width) / all - 2);
}

describe('a table that fits on a phone', () => {
  it('has all its columns side by side', () => {
    const columns = columnsOf(['region', 'STRING'], ['quarter', 'STRING'], ['revenue', 'DECIMAL']);
    const rows = [
      ['Europe', '2024-Q1', '18675.93'],
      ['North America', '2024-Q2', '1204331.5'],
    ];
    expect(linesOf(columns, ...rows)).toEqual([
      'Region | Quarter | Revenue',
      'Europe | 2024-Q1 | 18,675.93',
      'North America | 2024-Q2 | 1,204,331.50',
    ]);
    const [region, quarter, revenue] = roomsOf(columns, ...rows);
    expect(region).toBeGreaterThanOrEqual('America'.length);
    expect(quarter).toBeGreaterThanOrEqual('quarter'.length);
    expect(revenue).toBeGreaterThanOrEqual(textWidth('1,204,331.50'));
  });

  it('leaves a short column the room for its header beside a long one', () => {
    const columns = columnsOf(['note', 'STRING'], ['orders', 'INT']);
    const [, orders] = roomsOf(columns, ['word '.repeat(30), '1']);
    expect(orders).toBeGreaterThanOrEqual('orders'.length);
  });

  it('can break what is too long for a word', () => {
    const columns = columnsOf(['page', 'STRING'], ['visits', 'INT']);
    const address = `https://a.example/${'x'.repeat(60)}`;
    expect(linesOf(columns, [address, '12'])).toEqual(['Page | Visits', `${address} | 12`]);
  });

  it('breaks scripts without spaces anywhere', () => {
    const columns = columnsOf(['地域', 'STRING'], ['売上', 'DECIMAL']);
    const region = 'ヨーロッパ、中東、アフリカのすべての国と地域';
    expect(linesOf(columns, [region, '1204331.5'])[1]).toBe(`${region} | 1,204,331.50`);
  });
});

describe('a table that doesn’t fit on a phone', () => {
  it('keeps the figures as columns, and has the rest with its name below the first', () => {
    const columns = columnsOf(
      ['region', 'STRING'],
      ['quarter', 'STRING'],
      ['category', 'STRING'],
      ['revenue', 'DECIMAL'],
      ['share_pct', 'DOUBLE'],
    );
    expect(linesOf(columns, ['Europe', '2024-Q1', 'Office Supplies', '18675.93', '12.5'])).toEqual([
      'Region | Revenue | Share %',
      'Europe Quarter: 2024-Q1 · Category: Office Supplies | 18,675.93 | 12.5%',
    ]);
  });

  it('has the figures that don’t fit below the first column as well', () => {
    const names = ['customer', 'revenue', 'cost', 'profit', 'tax'];
    const columns = columnsOf(...names.map((name): [string, string] => [name, 'DECIMAL']));
    const [header, row] = linesOf(columns, ['1', '123456789', '223456789', '323456789', '4']);
    expect(header).toBe('Customer | Revenue | Tax');
    expect(row).toContain('Cost: 223,456,789.00 · Profit: 323,456,789.00 | 123,456,789.00 | 4.00');
  });

  it('breaks no number, however long it is', () => {
    const columns = columnsOf(['region', 'STRING'], ['sum', 'DECIMAL']);
    expect(linesOf(columns, ['Europe', '12345678901234567890'])).toEqual([
      'Region',
      'Europe Sum: 12,345,678,901,234,567,890.00',
    ]);
  });

  it('says that a value is missing', () => {
    const columns = columnsOf(
      ['customer_full_name', 'STRING'],
      ['primary_segment', 'STRING'],
      ['country_of_residence', 'STRING'],
      ['telecommunications_provider', 'STRING'],
    );
    expect(linesOf(columns, ['Ada', 'SMB', null as never, 'x'])[1]).toContain(
      'Country of residence: –',
    );
  });

  it('has a single column if its first one needs all of the width', () => {
    const columns = columnsOf(['order_id', 'LONG'], ['revenue', 'DECIMAL']);
    const id = '9'.repeat(34);
    expect(linesOf(columns, [id, '5'])).toEqual(['Order ID', `${id} Revenue: 5.00`]);
  });
});

it('no number, date or word is broken, whatever the table', () => {
  const values: [string, string][] = [
    ['DECIMAL', '-1234567.5'],
    ['LONG', '4'],
    ['DATE', '2026-11-28'],
    ['TIMESTAMP', '2026-01-01T10:30:45Z'],
    ['STRING', 'Telecommunications'],
    ['STRING', 'a b'],
    ['BOOLEAN', 'true'],
  ];
  const names = ['n', 'total_revenue', 'quarter', 'customer_segment'];
  for (let seed = 0; seed < 300; seed += 1) {
    const count = 1 + (seed % 8);
    const picked = Array.from(
      { length: count },
      (_, at) => (seed * 7 + at * ((seed % 5) + 1)) % 28,
    );
    const columns = picked.map((pick, at) => ({
      name: `${names[(pick + at) % 4]}${at}`,
      type: values[pick % 7]?.[0] ?? '',
    }));
    const row = picked.map((pick) => values[pick % 7]?.[1] ?? '');
    const rooms = roomsOf(columns, row);
    const cells = elementOf(columns, row).rows.map(({ cells: each }) => each);
    for (const [row, line] of cells.entries())
      for (const [at, { items }] of line.entries())
        for (const { inlines } of items)
          for (const word of inlines.flatMap(({ text }) => text.split(/[ \u00A0]/))) {
            // On a phone, a long word of the data can be broken.
            if (row > 0 && word === 'Telecommunications') continue;
            expect([word, textWidth(word) <= (rooms[at] ?? 0) + 0.5]).toEqual([word, true]);
          }
  }
});
