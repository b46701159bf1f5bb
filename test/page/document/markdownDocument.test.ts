import fc from 'fast-check';
import { Lexer, type Token, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { visibleText } from '../../../src/cards/parts/plainText.ts';
import { type Block, heading, paragraph, type Run } from '../../../src/page/document/block.ts';
import { markdownDocument } from '../../../src/page/document/markdownDocument.ts';
import { readMarkdown } from '../../../src/page/document/readMarkdown.ts';
import { runs } from '../../support/runs.ts';
import { hostileText } from '../hostileText.ts';

const write = (...blocks: Block[]) => [...markdownDocument(blocks)].join('');
/** As any reader of Markdown reads it, not as our own parser does. */
const read = (markdown: string) =>
  new Lexer({ gfm: true }).lex(markdown).filter(({ type }) => type !== 'space');

const shownAs = (text: string) => visibleText(text).replace(/\s+/g, ' ').trim();

/** What is read of tokens that hold nothing but words. */
function wordsOf(tokens: readonly Token[] = []): string {
  return tokens
    .map((token) => {
      if (token.type === 'br') return ' ';
      const { type, text, tokens: inner } = token as Tokens.Generic;
      if (inner) return wordsOf(inner);
      if (type !== 'text' && type !== 'escape') throw new Error(`${type}: ${token.raw}`);
      return String(text);
    })
    .join('');
}

/** The kinds of tokens, in any depth. */
function typesIn(tokens: readonly Token[]): Set<string> {
  const types = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) walk(each);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const { type, tokens: own, items, header, rows } = value as Tokens.Generic;
    if (typeof type === 'string') types.add(type);
    for (const inner of [own, items, header, rows]) walk(inner);
  };
  walk(tokens);
  return types;
}

const markup = ['link', 'image', 'html', 'def', 'codespan', 'em', 'strong', 'del'];
const hasNone = (tokens: readonly Token[], types = markup) =>
  expect([...typesIn(tokens)].filter((type) => types.includes(type))).toEqual([]);

describe('a table', () => {
  const tableOf = (headings: string[], rows: string[][]): Block => ({
    type: 'table',
    name: 'a table',
    columns: headings.map((each, at) => ({ heading: each, isRight: at % 2 === 1 })),
    rows,
  });

  it('is read back cell by cell, whatever is in them', () => {
    const tables = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.tuple(
          fc.array(hostileText, { minLength: width, maxLength: width }),
          fc.array(fc.array(hostileText, { minLength: width, maxLength: width }), { maxLength: 4 }),
        ),
      );
    fc.assert(
      fc.property(tables, ([headings, rows]) => {
        const tokens = read(`before\n\n${write(tableOf(headings, rows), paragraph('after'))}`);
        expect(tokens.map(({ type }) => type)).toEqual(['paragraph', 'table', 'paragraph']);
        const table = tokens[1] as Tokens.Table;
        expect(table.header.map((cell) => wordsOf(cell.tokens))).toEqual(headings.map(shownAs));
        expect(table.rows.map((row) => row.map((cell) => wordsOf(cell.tokens)))).toEqual(
          rows.map((row) => row.map(shownAs)),
        );
      }),
      { numRuns: runs(1_500) },
    );
  });

  it('keeps columns without a name, of the same name, and cells of 10,000 characters', () => {
    const long = 'x|'.repeat(5_000);
    const [table] = read(write(tableOf(['', 'a', 'a'], [['', long, '–']]))) as Tokens.Table[];
    expect(table?.header.map(({ text }) => text)).toEqual(['', 'a', 'a']);
    expect(table?.rows[0]?.map((cell) => wordsOf(cell.tokens))).toEqual(['', long, '–']);
    expect(table?.align).toEqual([null, 'right', null]);
  });

  it('without columns is nothing', () => {
    expect(write(tableOf([], []))).toBe('');
  });
});

it.each<[string, (text: string) => Block]>([
  ['paragraph', paragraph],
  ['heading', (text) => heading(2, text)],
])('a %s is read back as one, whatever its words are', (type, make) => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const tokens = read(write(make(text), paragraph('after')));
      const shown = shownAs(text);
      expect(tokens.map((token) => token.type)).toEqual([...(shown ? [type] : []), 'paragraph']);
      if (shown) expect(shownAs(wordsOf((tokens[0] as Tokens.Paragraph).tokens))).toBe(shown);
    }),
    { numRuns: runs(1_500) },
  );
});

it('the items of a list are read back, whatever their words are', () => {
  const lists = fc.array(
    hostileText.filter((text) => shownAs(text) !== ''),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(lists, fc.boolean(), (items, isOrdered) => {
      const list: Block = {
        type: 'list',
        ...(isOrdered && { start: 9 }),
        items: items.map((text) => [paragraph(text)]),
      };
      const tokens = read(write(list, paragraph('after')));
      expect(tokens.map(({ type }) => type)).toEqual(['list', 'paragraph']);
      const said = (tokens[0] as Tokens.List).items.map((item) => shownAs(wordsOf(item.tokens)));
      expect(said).toEqual(items.map(shownAs));
    }),
    { numRuns: runs(800) },
  );
});

it('code is read back as it is, however many backticks it has', () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 0, max: 9 }), (text, ticks) => {
      const code = `SELECT 1\n${text}${'`'.repeat(ticks)}\n-- end`;
      const tokens = read(write({ type: 'code', text: code, language: 'sql' }, paragraph('after')));
      expect(tokens.map(({ type }) => type)).toEqual(['code', 'paragraph']);
      // The parser makes spaces of tabs at the beginning of a line.
      const same = (each: string) => visibleText(each).replace(/[\t ]+/g, ' ');
      expect(same((tokens[0] as Tokens.Code).text)).toBe(same(code));
      expect((tokens[0] as Tokens.Code).lang).toBe('sql');
    }),
    { numRuns: runs(800) },
  );
});

describe('runs of several looks', () => {
  const look = fc.record(
    {
      isBold: fc.constant(true as const),
      isItalic: fc.constant(true as const),
      isStruck: fc.constant(true as const),
      isCode: fc.constant(true as const),
    },
    { requiredKeys: [] },
  );
  const someRuns = fc.array(
    fc.tuple(hostileText, look).map(([text, looks]): Run => ({ text, ...looks })),
    { maxLength: 4 },
  );

  it('never become links, pictures, HTML or other blocks, in a paragraph, a heading or a cell', () => {
    fc.assert(
      fc.property(someRuns, (words) => {
        const tokens = read(
          write(
            { type: 'paragraph', runs: words },
            { type: 'heading', level: 3, runs: words },
            { type: 'text-table', columns: [{ runs: words }], rows: [[words], [words]] },
            paragraph('after'),
          ),
        );
        hasNone(tokens, ['link', 'image', 'html', 'def']);
        const isEmpty = words.every(({ text }) => shownAs(text) === '');
        expect(tokens.map(({ type }) => type)).toEqual([
          ...(isEmpty ? [] : ['paragraph', 'heading']),
          'table',
          'paragraph',
        ]);
        expect((tokens.at(-2) as Tokens.Table).rows).toHaveLength(2);
      }),
      { numRuns: runs(1_500) },
    );
  });

  it.each<[Run[], string]>([
    [[{ text: 'EMEA', isBold: true }, { text: ' led.' }], '**EMEA** led.'],
    [[{ text: 'a ', isBold: true }, { text: 'b' }], '**a** b'],
    [[{ text: 'a', isBold: true, isItalic: true }], '***a***'],
    // No reader would take these marks for marks.
    [[{ text: '「EMEA」', isBold: true }, { text: 'が' }], '「EMEA」が'],
    [
      [
        { text: 'a', isBold: true },
        { text: 'b', isItalic: true },
      ],
      '**a**b',
    ],
    [[{ text: 'a`b', isCode: true }], '``a`b``'],
    [[{ text: '`', isCode: true }], '`` ` ``'],
    [[{ text: 'one\ntwo' }], 'one\\\ntwo'],
    [[{ text: 'Total: 5' }], 'Total: 5'],
    [[{ text: '2026-01-02, $5.00 (10:30)' }], '2026-01-02, $5.00 (10:30)'],
  ])('%j is %j', (words, markdown) => {
    expect(write({ type: 'paragraph', runs: words })).toBe(`${markdown}\n\n`);
  });
});

describe('Genie’s Markdown', () => {
  const rewritten = (markdown: string) => write(...readMarkdown(markdown));

  it('keeps its form', () => {
    const text = [
      '### Result',
      'It’s **up**, see *below*.',
      '- one\n- two\n  - deeper\n\n    more',
      '3. three\n4. four',
      '> quoted\n> twice',
      '```py\nprint(1)\n```',
      '| a | b |\n| --- | --: |\n| x | **1** |',
      '- [ ] open\n- [x] done',
    ].join('\n\n');
    const types = (markdown: string) => read(markdown).map(({ type }) => type);
    expect(types(rewritten(text))).toEqual(types(text));
    expect(rewritten(text)).toContain('##### Result');
    expect(rewritten(text)).toContain('  - deeper\n\n    more');
    expect(rewritten(text)).toContain('3. three\n4. four');
    expect(rewritten(text)).toContain('| x | **1** |');
    expect(rewritten(text)).toContain('- ☑ done');
  });

  it('keeps two lists apart', () => {
    expect(read(rewritten('- a\n\n* b\n\n- c')).map(({ type }) => type)).toEqual(
      Array(3).fill('list'),
    );
  });

  it('loses its links, pictures and HTML, but none of the words', () => {
    const said = rewritten(
      'See [the report](https://evil.example) ![a chart](https://evil.example/p.png) <b>now</b>\n\n<script>alert(1)</script>\n\nhttps://evil.example',
    );
    hasNone(read(said));
    for (const words of ['the report', 'a chart', 'now', 'alert(1)']) expect(said).toContain(words);
  });

  it('has none of them whatever it says', () => {
    const texts = fc.array(hostileText, { maxLength: 6 }).map((parts) => parts.join('\n'));
    fc.assert(
      fc.property(texts, (text) => {
        hasNone(read(rewritten(text)), ['link', 'image', 'html', 'def']);
      }),
      { numRuns: runs(1_500) },
    );
  });

  it('is read in pieces where it’s long, and no word is lost', () => {
    const paragraphs = Array.from({ length: 3_000 }, (_, at) => `Paragraph **${at}** of many.`);
    const long = paragraphs.join('\n\n');
    expect(rewritten(long).trim()).toBe(long);
    const line = `${'word '.repeat(5_000)}end`;
    expect(rewritten(line).match(/word|end/g)).toHaveLength(5_001);
  });
});
