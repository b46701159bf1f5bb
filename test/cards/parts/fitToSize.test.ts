import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerTable } from '../../../src/answers/answer.ts';
import { answerCard } from '../../../src/cards/answer/answerCard.ts';
import { drawChart } from '../../../src/charts/drawChart.ts';
import { runs } from '../../support/runs.ts';
import { anAnswer, aTable, aView } from '../answer/anAnswer.ts';
import { parseWarnings } from '../parseWarnings.ts';
import { cardOf, cardText } from '../readCard.ts';

const maxBytes = 80_000;
const channels = ['teams', 'webchat'] as const;

function utf16Bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value), 'utf16le');
}

function aHugeTable(cell: string, columns = 14, rows = 5000): AnswerTable {
  const row = Array.from({ length: columns }, () => cell);
  return aTable({
    columns: row.map((_, index) => ({ name: `column_${index}`, type: 'STRING' })),
    rows: Array.from({ length: rows }, () => row),
  });
}

/** A table of so many points and series, whose names all hold `name`. */
function aChartTable(chart: { name: string; points: number; series: number; timed: boolean }) {
  const day = (index: number) => new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
  const measures = Array.from({ length: chart.series }, (_, index) => `${chart.name} ${index}`);
  return aTable({
    columns: [
      { name: 'x', type: chart.timed ? 'DATE' : 'STRING' },
      ...measures.map((name) => ({ name, type: 'DOUBLE' })),
    ],
    rows: Array.from({ length: chart.points }, (_, point) => [
      chart.timed ? day(point) : `${chart.name} ${point}`,
      ...measures.map((__, index) => String(1e6 / (point + index + 3))),
    ]),
  });
}

/** Texts that cost much when written as JSON, as markup or as UTF-16. */
const hostileText = fc
  .tuple(
    fc.constantFrom(
      'word ',
      '👩‍👩‍👧‍👦',
      'שלום ',
      '"\\',
      '\u0000',
      '*a*b',
      '- a\n',
      '|a|a|a|a|a|a|a|a|\n|-|-|-|-|-|-|-|-|\n|a|a|a|a|a|a|a|a|\n\n',
      'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
      '> ',
      '[',
      '`a` **b** ',
      'x',
    ),
    fc.integer({ min: 0, max: 30_000 }),
  )
  .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length));

describe.each(channels)('an answer in %s', (channel) => {
  const view = aView({ channel });

  test('fits whatever it holds', { timeout: 60_000 }, () => {
    const tables = fc.array(
      fc.record({
        cell: hostileText.map((text) => text.slice(0, 3000)),
        sql: hostileText.map((text) => text.slice(0, 20_000)),
        thoughts: fc.array(fc.record({ text: hostileText }), { maxLength: 3 }),
        title: hostileText,
        columns: fc.integer({ min: 1, max: 14 }),
        rows: fc.integer({ min: 0, max: 30 }),
      }),
      { maxLength: 8 },
    );
    const answers = fc.record({
      texts: fc.array(hostileText, { maxLength: 5 }),
      tables: tables.map((all) =>
        all.map(({ cell, columns, rows, ...table }) => ({
          ...aHugeTable(cell, columns, rows),
          ...table,
        })),
      ),
      questionBack: hostileText,
      suggestions: fc.array(hostileText, { maxLength: 10 }),
    });
    fc.assert(
      fc.property(answers, (parts) => {
        const message = answerCard(anAnswer(parts), view);
        expect(utf16Bytes(message)).toBeLessThanOrEqual(maxBytes);
      }),
      { numRuns: runs(20) },
    );
  });

  test('fits with the worst of everything at once, and is still a card', () => {
    const message = answerCard(
      anAnswer({
        texts: ['*a*b'.repeat(7500)],
        tables: Array.from({ length: 5 }, () => ({
          ...aHugeTable('👩‍👩‍👧‍👦'.repeat(300)),
          sql: '"\\'.repeat(10_000),
          thoughts: [{ text: '- a\n'.repeat(5000) }],
        })),
        questionBack: '> '.repeat(15_000),
      }),
      view,
    );
    expect(utf16Bytes(message)).toBeLessThanOrEqual(maxBytes);
    expect(parseWarnings(message).filter((words) => !words.includes('"CodeBlock"'))).toEqual([]);
  });

  test('stays within a given limit, even if every part is as long as it can be', () => {
    const quotes = '"'.repeat(5000);
    const markdown = `|${'a|'.repeat(8)}\n|${'-|'.repeat(8)}\n${`|${'x|'.repeat(8)}\n`.repeat(400)}`;
    const table = {
      ...aHugeTable(quotes, 50, 100),
      title: quotes,
      sql: quotes,
      thoughts: [{ text: markdown }],
      totalRows: 9000,
      truncated: true,
    };
    const answer = anAnswer({
      texts: [markdown, markdown],
      questionBack: markdown,
      tables: Array(9).fill(table),
      suggestions: Array.from({ length: 12 }, (_, index) => `${index}${quotes.slice(0, 490)}`),
    });
    const long = { ...view, downloads: true, spaceTitle: quotes, question: quotes, charts: {} };
    expect(utf16Bytes(answerCard(answer, long))).toBeLessThanOrEqual(76_000);
  });

  test('fits with charts in it, whatever they show', { timeout: 60_000 }, () => {
    const tables = fc.array(
      fc.record({
        name: hostileText.map((text) => text.slice(0, 200)),
        points: fc.integer({ min: 2, max: 900 }),
        series: fc.integer({ min: 1, max: 8 }),
        timed: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    );
    const charts = { draw: drawChart };
    fc.assert(
      fc.property(tables, hostileText, (parts, sql) => {
        const answer = anAnswer({ tables: parts.map((part) => ({ ...aChartTable(part), sql })) });
        const message = answerCard(answer, { ...view, charts });
        expect(utf16Bytes(message)).toBeLessThanOrEqual(maxBytes);
      }),
      { numRuns: runs(15) },
    );
  });

  test('says below the visible rows that a chart was left out', () => {
    const tables = Array.from({ length: 5 }, () =>
      aChartTable({ name: 'long name '.repeat(4), points: 400, series: 6, timed: true }),
    );
    const message = answerCard(anAnswer({ tables }), { ...view, charts: { draw: drawChart } });
    expect(cardText(message)).toMatch(/The chart shows \d+ of 400 points, evenly spaced/);
    const { body } = cardOf(message);
    const lines = body.map((element) => JSON.stringify(element));
    const note = lines.findIndex((line) => line.includes('This message is too large for a chart'));
    expect(body[note]?.type).toBe('RichTextBlock');
    const before = body.slice(0, note).map(({ type }) => type);
    expect(before.lastIndexOf('Table')).toBeGreaterThan(before.lastIndexOf('ActionSet'));
  });

  test('says what was left out', () => {
    const table = {
      ...aHugeTable('x'.repeat(3000)),
      sql: `SELECT ${'a, '.repeat(7000)}`,
      thoughts: [{ text: 'because '.repeat(3000) }],
    };
    const text = cardText(
      answerCard(anAnswer({ texts: ['word '.repeat(6000)], tables: [table] }), view),
    );
    expect(text).toContain('The text was shortened to fit');
    expect(text).toMatch(/\d+ of 5,000 rows · \d of 14 columns/);
    expect(text).toContain('Long values are shortened.');
    expect(text).toMatch(/SQL shortened: [\d,]+ of 21,006 characters/);
    expect(text).toMatch(/Explanation shortened: [\d,]+ of 24,0\d\d characters/);
  });

  test('is not shortened if it is ordinary', () => {
    const text = cardText(answerCard(anAnswer(), view));
    expect(text).not.toMatch(/shortened|left out|not shown/);
  });

  test('shows SQL of 8,000 characters in full', () => {
    const sql = `SELECT ${'x'.repeat(7900)}`;
    expect(cardText(answerCard(anAnswer({ tables: [aTable({ sql })] }), view))).toContain(sql);
  });
});
