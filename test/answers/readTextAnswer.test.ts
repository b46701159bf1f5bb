import { describe, expect, test } from 'vitest';
import { readTextAnswer } from '../../src/answers/readTextAnswer.ts';

const read = (text: string) => readTextAnswer({ text });
const lines = (...all: string[]) => all.join('\n');
/** The texts and, where they stand among them, the tables. */
function inOrder(text: string): unknown[] {
  const { texts, tables } = read(text);
  const at = (place: number) =>
    tables
      .filter(({ textsBefore }) => textsBefore === place)
      .map(({ title, columns, rows }) => ({
        ...(title && { title }),
        rows: [columns.map(({ name }) => name), ...rows],
      }));
  return [...texts.flatMap((each, place) => [...at(place), each]), ...at(texts.length)];
}
const onlyTable = (text: string) => {
  const { tables } = read(text);
  expect(tables).toHaveLength(1);
  return tables[0] as (typeof tables)[number];
};

describe('an answer that is a text', () => {
  test('without tables stays one text', () => {
    const text = 'Revenue **grew**.\n\n- EMEA\n- APAC | LATAM\n\nSee `a | b`.';
    expect(read(text)).toEqual({ kind: 'answer', texts: [text], tables: [], suggestions: [] });
  });

  test('with nothing to say has no texts', () => {
    expect(read(' \n\n---\n').texts).toEqual([]);
  });

  test('keeps texts and tables in order', () => {
    const text = lines(
      'Before.',
      '',
      '| a | b |',
      '|---|---|',
      '| 1 | 2 |',
      '',
      'Between.',
      '',
      'c | d',
      ':-- | --:',
      'x | y',
      '',
      'After.',
    );
    expect(inOrder(text)).toEqual([
      'Before.',
      {
        rows: [
          ['a', 'b'],
          ['1', '2'],
        ],
      },
      'Between.',
      {
        rows: [
          ['c', 'd'],
          ['x', 'y'],
        ],
      },
      'After.',
    ]);
  });

  test('names its tables by their place, the same each time', () => {
    const text = '|a|\n|-|\n|1|\n\n|b|\n|-|\n|2|';
    const ids = () => read(text).tables.map(({ attachmentId }) => attachmentId);
    expect(ids()).toEqual(['table-1', 'table-2']);
    expect(ids()).toEqual(ids());
  });

  test('passes on what goes with it', () => {
    const approval = { id: 'r', name: 'send', arguments: '{}' };
    const citations = [{ title: 'Handbook', url: 'https://a.example' }];
    const answer = readTextAnswer({ text: '|a|\n|-|\n|1|', citations, approval, readAt: 5 });
    expect(answer).toMatchObject({ citations, approval, tables: [{ readAt: 5 }] });
    expect(answer.tables[0]).not.toHaveProperty('sql');
  });

  test.each([
    ['Windows', '\r\n'],
    ['old Macs', '\r'],
  ])('may have the line ends of %s', (_, end) => {
    expect(inOrder(['Hi.', '', '|a|b|', '|-|-|', '|1|2|', '', 'Bye.'].join(end))).toEqual([
      'Hi.',
      {
        rows: [
          ['a', 'b'],
          ['1', '2'],
        ],
      },
      'Bye.',
    ]);
  });
});

describe('the title of a table', () => {
  const table = '| a |\n|---|\n| 1 |';
  test.each([
    ['a heading', '## Revenue by region', 'Revenue by region'],
    ['a closed heading', '### Revenue ###', 'Revenue'],
    ['a heading with marks', '# **Revenue** of `EMEA`', 'Revenue of EMEA'],
    ['a bold line', '**Revenue by region**', 'Revenue by region'],
    ['a bold line with a colon', '**Revenue by region:**', 'Revenue by region'],
    ['a bold line and a colon', '__Revenue by region__:', 'Revenue by region'],
    ['a bold line in Japanese', '**地域別売上**：', '地域別売上'],
  ])('is %s before it, which is no longer text', (_, line, title) => {
    for (const gap of ['\n', '\n\n', '\n \n\n']) {
      expect(inOrder(`Text.\n\n${line}${gap}${table}`)).toEqual([
        'Text.',
        { title, rows: [['a'], ['1']] },
      ]);
    }
  });

  test('can be the last line of a paragraph', () => {
    expect(inOrder(`Here it is.\n**Revenue**\n${table}`)).toEqual([
      'Here it is.',
      { title: 'Revenue', rows: [['a'], ['1']] },
    ]);
  });

  test.each([
    ['words', 'Here it is:'],
    ['words with some in bold', '**Revenue** by region:'],
    ['a bold item of a list', '- **Revenue**'],
    ['a long bold line', `**${'x'.repeat(300)}**`],
    ['bold words and more', '**Revenue** and **costs**'],
  ])('is not %s', (_, line) => {
    expect(inOrder(`${line}\n\n${table}`)).toEqual([line, { rows: [['a'], ['1']] }]);
  });

  test('is not a heading with words below', () => {
    expect(inOrder(`# Revenue\n\nText.\n\n${table}`)).toEqual([
      '# Revenue\n\nText.',
      { rows: [['a'], ['1']] },
    ]);
  });
});

describe('what stays text', () => {
  test.each([
    ['a table in a list', '- one\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |'],
    ['a table in a numbered list', '1. one\n\n   | a | b |\n   |---|---|\n   | 1 | 2 |'],
    ['a table right below an item', '- one\n| a | b |\n|---|---|\n| 1 | 2 |'],
    ['a table in a quote', '> | a | b |\n> |---|---|\n> | 1 | 2 |'],
    ['a table in code', '```\n| a | b |\n|---|---|\n| 1 | 2 |\n```'],
    ['a table in code of waves', '~~~md\n| a | b |\n|---|---|\n| 1 | 2 |\n~~~'],
    ['a table in code that shows code', '````\n```\n| a |\n|---|\n| 1 |\n```\n````'],
    ['a table in code that never ends', '```\n| a | b |\n|---|---|\n| 1 | 2 |'],
    ['a table that is indented like code', 'Text:\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |'],
    ['a table without a body', '| a | b |\n|---|---|'],
    ['a table without its line', '| a | b |\n| 1 | 2 |'],
    ['a header of another length', '| a | b |\n|---|\n| 1 | 2 |'],
    ['a line across', 'Text\n---\nMore'],
    ['a definition in code', '```\n[1]: https://a.example\n```'],
  ])('%s', (_, text) => {
    expect(inOrder(text)).toEqual([text]);
  });

  test('ends where the list or the code does', () => {
    const table = '| a |\n|---|\n| 1 |';
    expect(inOrder(`- one\n\n${table}`)).toEqual(['- one', { rows: [['a'], ['1']] }]);
    expect(inOrder(`\`\`\`\nx\n\`\`\`\n${table}`)).toEqual([
      '```\nx\n```',
      { rows: [['a'], ['1']] },
    ]);
    expect(inOrder(`> one\n\n${table}`)).toEqual(['> one', { rows: [['a'], ['1']] }]);
  });

  test('includes what comes right below a table', () => {
    expect(inOrder('| a | b |\n|---|---|\n| 1 | 2 |\nThat’s all.')).toEqual([
      {
        rows: [
          ['a', 'b'],
          ['1', '2'],
        ],
      },
      'That’s all.',
    ]);
    expect(inOrder('| a | b |\n|---|---|\n| 1 | 2 |\n# Next | more')).toEqual([
      {
        rows: [
          ['a', 'b'],
          ['1', '2'],
        ],
      },
      '# Next | more',
    ]);
  });
});

describe('the cells of a table', () => {
  const cells = (row: string) => onlyTable(`| a | b |\n|---|---|\n${row}`).rows[0];
  test.each([
    ['escaped bars', '| x \\| y | 2 |', ['x | y', '2']],
    ['bars in code', '| `x | y` | 2 |', ['x | y', '2']],
    ['marks', '| **x** _y_ ~~z~~ | `2` |', ['x y z', '2']],
    ['escapes', '| \\$1 | \\*2\\* |', ['$1', '*2*']],
    ['links and pictures', '| [EMEA](https://a.example) | ![map](b.png) |', ['EMEA', 'map']],
    [
      'addresses',
      '| https://a.example/?a=1&b=2 | a@b.example |',
      ['https://a.example/?a=1&b=2', 'a@b.example'],
    ],
    ['breaks and entities', '| x<br>y | a &amp; b |', ['x\ny', 'a & b']],
    ['references', '| 5 [1] | 6[^2] |', ['5 [1]', '6[^2]']],
    ['names of columns', '| order_line_id | __init__ |', ['order_line_id', '__init__']],
    ['nothing', '| | NULL |', [null, null]],
    ['null in other words', '| null | Null |', [null, null]],
    ['cells too few', '| x |', ['x', null]],
    ['white space', '|   x   |\t2\t|', ['x', '2']],
  ])('have %s as people read them', (_, row, expected) => {
    expect(cells(row)).toEqual(expected);
  });

  test('lose none where a row has too many', () => {
    const { columns, rows } = onlyTable('| a | b |\n|---|---|\n| 1 | 2 | 3 | 4 |\n| 5 | 6 |\n');
    expect(columns.map(({ name }) => name)).toEqual(['a', 'b', '', '']);
    expect(rows).toEqual([
      ['1', '2', '3', '4'],
      ['5', '6', null, null],
    ]);
  });

  test('make no column of bars at the end of a row', () => {
    expect(onlyTable('a | b\n-|-\n1 | 2 | |').columns).toHaveLength(2);
  });

  test('can be thousands', () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => `| ${index} | x |`);
    const table = onlyTable(lines('| a | b |', '|---|---|', ...rows));
    expect(table).toMatchObject({ totalRows: 5_000, truncated: false });
    expect(table.rows.at(-1)).toEqual(['4999', 'x']);
  });

  test('can be side by side as many as there are', () => {
    const of = (cell: (at: number) => string) =>
      `|${Array.from({ length: 60 }, (_, at) => cell(at)).join('|')}|`;
    const text = lines(
      of((at) => `c${at}`),
      of(() => '--'),
      of((at) => `${at}`),
    );
    expect(onlyTable(text).rows[0]).toHaveLength(60);
  });
});

describe('the type of a column', () => {
  const typeOf = (...cells: string[]) => {
    const { columns, rows } = onlyTable(
      lines('| a | b |', '|---|---|', ...cells.map((cell) => `| ${cell} | x |`)),
    );
    // Whatever the type, downloads have what was written.
    expect(rows.map(([cell]) => cell ?? '').filter((cell) => cell !== '')).toEqual(
      cells.filter((cell) => cell !== '' && cell !== 'NULL'),
    );
    const { name: _, ...type } = columns[0] as (typeof columns)[number];
    return type;
  };
  const written = (point?: '.' | ',', unit?: string) => ({
    type: 'DECIMAL',
    written: { ...(point && { point }), ...(unit && { unit }) },
  });

  test.each([
    ['whole numbers', ['1', '-20', '0'], { type: 'BIGINT' }],
    ['with gaps', ['1', '', 'NULL', '3'], { type: 'BIGINT' }],
    ['with other words for gaps', ['1', 'N/A', '–', '3'], { type: 'BIGINT' }],
    ['years', ['2024', '2025'], { type: 'BIGINT' }],
    ['fractions', ['1.5', '-2.25', '3'], { type: 'DECIMAL', scale: 2 }],
    ['fractions of three digits below one', ['0.125', '1.250'], { type: 'DECIMAL', scale: 3 }],
    ['binary fractions', ['1.0423E4', '2.5'], { type: 'DOUBLE' }],
    ['English thousands', ['1,234.5', '12'], written('.')],
    ['English millions', ['1,234,567', '1,234'], written('.')],
    ['German thousands', ['1.234,5', '12'], written(',')],
    ['German fractions', ['1,5', '2,25'], written(',')],
    ['Swiss thousands', ["1'234.50", "12'000.00"], written('.')],
    ['French thousands', ['1\u202f234,5', '12 345,0'], written(',')],
    ['Indian lakhs', ['12,34,567', '1,00,000'], written('.')],
    ['dollars', ['$1,204', '$300'], written('.', '$')],
    ['dollars below zero', ['-$1,204.50', '$-3.00'], written('.', '$')],
    ['euros', ['1.204 €', '300 €'], written(',', '€')],
    ['codes of currencies', ['EUR 5', 'EUR 7.50'], written('.', 'EUR')],
    ['reais', ['R$ 1.204,50', 'R$ 3,00'], written(',', 'R$')],
    ['percentages', ['12.5 %', '3 %'], written('.', '%')],
    ['changes', ['+12%', '−3%'], written('.', '%')],
    ['groups parted by blanks', ['1 234', '56'], written('.')],
    ['what is a little or a lot', ['1,234', '2,345'], written()],
    ['the same with points', ['1.234', '2.345'], written()],
    ['what contradicts itself', ['1,234.5', '1.234,5'], written()],
    ['dates', ['2026-01-31', '2026-02-01'], { type: 'DATE' }],
    ['dates with gaps', ['2026-01-31', ''], { type: 'DATE' }],
    ['times', ['2026-01-31 10:00', '2026-01-31 11:30:05.5'], { type: 'TIMESTAMP_NTZ' }],
    ['instants', ['2026-01-31T10:00:00Z'], { type: 'TIMESTAMP' }],
    ['nothing', ['', 'NULL'], { type: 'STRING' }],
    ['words', ['EMEA', '12'], { type: 'STRING' }],
    ['different currencies', ['$5', '€6'], { type: 'STRING' }],
    ['amounts with and without', ['$5', '6'], { type: 'STRING' }],
    ['millions in short', ['$3M', '$400K'], { type: 'STRING' }],
    ['losses in brackets', ['(5)', '6'], { type: 'STRING' }],
    ['postcodes', ['01067', '80331'], { type: 'STRING' }],
    ['keys', ['INV 1001', 'INV 1002'], { type: 'STRING' }],
    ['versions', ['1.2.3', '1.10.0'], { type: 'STRING' }],
    ['telephone numbers', ['+49 170 123', '+49 170 124'], { type: 'STRING' }],
    ['ranges', ['10-20', '20-30'], { type: 'STRING' }],
    ['days that are none', ['2026-02-30'], { type: 'STRING' }],
    ['days in an order of their own', ['03/04/2026', '31/12/2026'], { type: 'STRING' }],
    ['days of Germans', ['03.04.2026'], { type: 'STRING' }],
    ['times of day', ['10:30', '11:45'], { type: 'STRING' }],
    ['zones of their own', ['2026-01-31T10:00:00+02:00'], { type: 'STRING' }],
    ['endless digits', ['1'.repeat(60)], { type: 'STRING' }],
  ])('is known: %s', (_, cells, expected) => {
    expect(typeOf(...cells)).toEqual(expected);
  });

  test('can be told by another column of the table', () => {
    const { columns } = onlyTable('|a|b|\n|-|-|\n|1.234|5,5|\n|2.345|6,25|');
    expect(columns.map((column) => column.written)).toEqual([{ point: ',' }, { point: ',' }]);
  });

  test('is uncertain where two columns contradict each other', () => {
    const { columns } = onlyTable('|a|b|\n|-|-|\n|1.5|5,5|\n|2.5|6,5|');
    expect(columns.map((column) => column.written)).toEqual([{}, {}]);
  });
});

describe('the sources of a text', () => {
  test('are where its numbers lead; the numbers stay', () => {
    const { texts, citations } = read(
      lines(
        'Up [1], down[^2].',
        '',
        '[1]: https://a.example/x "Handbook"',
        '[^2]: https://b.example',
      ),
    );
    expect(texts[0]).toContain('Up [1], down[^2].');
    expect(citations).toEqual([
      { title: 'Handbook', url: 'https://a.example/x' },
      { title: '[^2]', url: 'https://b.example' },
    ]);
  });

  test('may be named by the text', () => {
    const { texts, citations } = read('Up :citation[Sales handbook]{#a1}, down:citation[1].');
    expect(texts).toEqual(['Up [Sales handbook], down [1].']);
    expect(citations).toEqual([{ title: 'Sales handbook' }]);
  });

  test('are left out where only machines know them', () => {
    const { texts, citations } = read('Up:citation[01f0a7a327cd11978f2951f81a61bfdd] a lot.');
    expect(texts).toEqual(['Up a lot.']);
    expect(citations).toBeUndefined();
  });

  test('follow those that came with it', () => {
    const citations = [{ title: 'Policy' }];
    const text = 'Up [1].\n\n[1]: https://a.example';
    expect(readTextAnswer({ text, citations }).citations).toEqual([
      { title: 'Policy' },
      { title: '[1]', url: 'https://a.example' },
    ]);
  });

  test('stay words where they are words', () => {
    const text = 'Up[^1].\n\n[^1]: The handbook says so.';
    expect(read(text)).toMatchObject({ texts: [text] });
    expect(read(text).citations).toBeUndefined();
  });

  test('lead from every part of the text', () => {
    const text = 'See [here][hb].\n\n|a|\n|-|\n|1|\n\nOr [there][hb].\n\n[hb]: https://a.example';
    const { texts } = read(text);
    expect(texts).toEqual([
      'See [here][hb].\n\n[hb]: https://a.example',
      'Or [there][hb].\n\n[hb]: https://a.example',
    ]);
  });
});
