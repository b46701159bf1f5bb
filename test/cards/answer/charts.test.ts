import { describe, expect, test } from 'vitest';
import type { AnswerTable } from '../../../src/answers/answer.ts';
import { answerCard } from '../../../src/cards/answer/answerCard.ts';
import type { AnswerView, ChartView } from '../../../src/cards/answer/view.ts';
import { parseWarnings } from '../parseWarnings.ts';
import { cardActions, cardLines, cardOf } from '../readCard.ts';
import { anAnswer, aTable, aView } from './anAnswer.ts';

const revenue = { name: 'revenue', type: 'DECIMAL', scale: 2 };

const tables = {
  line: aTable({
    columns: [{ name: 'month', type: 'DATE' }, revenue],
    rows: [
      ['2026-01-01', '100.5'],
      ['2026-02-01', null],
      ['2026-03-01', '300.25'],
      ['2026-04-01', '200'],
    ],
  }),
  bars: aTable({
    columns: [{ name: 'region', type: 'STRING' }, revenue],
    rows: [
      ['EMEA', '1204331.5'],
      ['APAC', '803.25'],
    ],
  }),
  'lying bars': aTable({
    columns: [{ name: 'product', type: 'STRING' }, revenue],
    rows: [
      ['Sweet Potato Burger', '3'],
      ['Soup', '2'],
    ],
  }),
  'grouped bars': aTable({
    columns: [{ name: 'region', type: 'STRING' }, revenue, { ...revenue, name: 'cost' }],
    rows: [
      ['EMEA', '3', '2'],
      ['APAC', '2', '1'],
    ],
  }),
  donut: aTable({
    title: 'Share of revenue by region',
    columns: [{ name: 'region', type: 'STRING' }, revenue],
    rows: [
      ['EMEA', '75'],
      ['APAC', '25'],
    ],
  }),
} satisfies Record<string, AnswerTable>;

const picture = 'data:image/svg+xml,<svg/>';

function cardWith(table: AnswerTable, overrides: Partial<AnswerView> & { charts: ChartView }) {
  const answer = anAnswer({ texts: [], tables: [table], suggestions: [] });
  return answerCard(answer, aView({ locale: 'en-US', ...overrides }));
}

/** The chart and the rows of a card, as they stand in its body. */
function containersOf(message: ReturnType<typeof answerCard>) {
  return Object.fromEntries(
    cardOf(message).body.flatMap((element) =>
      element.type === 'Container' && /^(?:chart|rows)/.test(element.id ?? '')
        ? [[element.id, element]]
        : [],
    ),
  );
}

describe('in Teams', () => {
  test.each(Object.entries(tables))('draws %s as this element', (_, table) => {
    const chart = containersOf(cardWith(table, { charts: {} }))['chart0'];
    expect(chart?.items[0]).toMatchSnapshot();
  });

  test.each(Object.entries(tables))(
    'falls back to words for %s if the client has no charts',
    (_, table) => {
      const warnings = parseWarnings(cardWith(table, { charts: {} }));
      expect(warnings.length).toBeGreaterThan(0);
      expect(warnings.filter((words) => !/"(?:Chart\.[A-Za-z.]+|CodeBlock)"/.test(words))).toEqual(
        [],
      );
    },
  );
});

test('Teams gets no bars below zero, since it would leave them out', () => {
  const rows = [
    ['EMEA', '2'],
    ['APAC', '-1'],
  ];
  const table = { ...tables.bars, rows };
  expect(containersOf(cardWith(table, { charts: {} }))).toEqual({});
  const line = containersOf(cardWith(table, { charts: { wish: 'line' } }));
  expect(line['chart0']?.items[0]?.type).toBe('Chart.Line');
  const drawn = cardWith(table, { channel: 'webchat', charts: { draw: () => picture } });
  expect(containersOf(drawn)['chart0']).toBeDefined();
});

describe('in Web Chat', () => {
  const charts: ChartView = { draw: () => picture };

  test.each(Object.entries(tables))('draws %s as a picture with a description', (_, table) => {
    const message = cardWith(table, { channel: 'webchat', charts });
    const [image, words] = containersOf(message)['chart0']?.items ?? [];
    expect({ image, words }).toMatchSnapshot();
    expect(parseWarnings(message)).toEqual([]);
  });

  test('draws the picture from names that are one short line of valid text', () => {
    const rows = [
      ['a\u0000\uD800\n<b>', '2'],
      ['x'.repeat(3000), '1'],
    ];
    let labels: string[] = [];
    const draw: ChartView['draw'] = (chart) => {
      labels = chart.labels;
      return picture;
    };
    cardWith({ ...tables.bars, rows }, { channel: 'webchat', charts: { draw } });
    expect(labels).toEqual(['a\uFFFD <b>', `${'x'.repeat(39)}…`]);
  });

  test.each<[string, ChartView]>([
    ['nothing draws', {}],
    ['drawing failed', { draw: () => undefined }],
  ])('shows the table alone if %s', (_, view) => {
    const message = cardWith(tables.bars, { channel: 'webchat', charts: view });
    expect(containersOf(message)).toEqual({});
    expect(cardLines(message)).toContain('EMEA | 1,204,331.50');
  });
});

describe('the figures of a chart', () => {
  const figures = /Highest: 300\.25/;
  const shownIn = (texts: string[], overrides: Partial<AnswerView> = {}) => {
    const answer = anAnswer({ texts, tables: [tables.line], suggestions: [] });
    const message = answerCard(answer, aView({ locale: 'en-US', charts: {}, ...overrides }));
    return containersOf(message)['chart0']?.items ?? [];
  };
  const captions = (items: ReturnType<typeof shownIn>) => JSON.stringify(items.slice(1));

  test('are below it if the answer has no text, or one without a figure', () => {
    expect(captions(shownIn([]))).toMatch(figures);
    expect(captions(shownIn(['Here’s the revenue by month of 2026:']))).toMatch(figures);
  });

  test('are not if the text has some, but stay for screen readers and clients without charts', () => {
    const items = shownIn(['Revenue rose to 300.25 in March.']);
    expect(captions(items)).not.toMatch(figures);
    expect(JSON.stringify(items[0])).toMatch(/"title":"[^"]*Highest: 300\.25/);
    expect(JSON.stringify(items[0])).toMatch(/"fallback":.*Highest: 300\.25/);
    const web = shownIn(['It was 300.25.'], {
      channel: 'webchat',
      charts: { draw: () => picture },
    });
    expect(web[0]).toMatchObject({ altText: expect.stringMatching(figures) });
    expect(captions(web)).not.toMatch(figures);
  });

  test('are written in the reader’s numbers', () => {
    expect(captions(shownIn([], { locale: 'de-DE' }))).toContain('300,25 (Mär');
  });
});

test('bars lie in Teams where their names can’t be read below them', () => {
  const elementOf = (names: string[], columns = [revenue]) => {
    const rows = names.map((name, at) => [
      name,
      ...columns.map((_, column) => `${1234 - at - column}`),
    ]);
    const table = {
      ...tables.bars,
      columns: [{ name: 'region', type: 'STRING' }, ...columns],
      rows,
    };
    const totalRows = rows.length;
    return containersOf(cardWith({ ...table, totalRows }, { charts: {} }))['chart0']?.items[0];
  };
  expect(elementOf(['EMEA', 'APAC'])).toMatchObject({ type: 'Chart.VerticalBar' });
  expect(elementOf(['Europe', 'North America', 'Asia'])).toMatchObject({
    type: 'Chart.HorizontalBar',
    displayMode: 'AbsoluteWithAxis',
  });
  const cost = { ...revenue, name: 'cost' };
  expect(elementOf(['Europe', 'North America', 'Asia'], [revenue, cost])).toMatchObject({
    type: 'Chart.HorizontalBar',
    data: [
      { x: 'Europe · Revenue', color: 'categoricalBlue' },
      { x: 'Europe · Cost', color: 'categoricalTeal' },
      { x: 'North America · Revenue', color: 'categoricalBlue' },
      { x: 'North America · Cost', color: 'categoricalTeal' },
      { x: 'Asia · Revenue', color: 'categoricalBlue' },
      { x: 'Asia · Cost', color: 'categoricalTeal' },
    ],
  });
});

describe.each(['teams', 'webchat'] as const)('a chart in %s', (channel) => {
  const charts: ChartView = { draw: () => picture };
  const shown = (
    table: AnswerTable,
    overrides: Partial<AnswerView> & { charts?: ChartView } = {},
  ) => cardWith(table, { channel, charts, ...overrides });

  test('says its key figures in words, written as in the table', () => {
    expect(cardLines(shown(tables.line))).toContain(
      'From 100.50 (Jan 2026) to 200.00 (Apr 2026). Highest: 300.25 (Mar 2026). Lowest: 100.50 (Jan 2026).',
    );
    const asBars = { charts: { ...charts, wish: 'bar' as const } };
    expect(cardLines(shown(tables['grouped bars'], asBars))).toContain(
      'Highest: Revenue 3.00 (EMEA); Cost 2.00 (EMEA).',
    );
    const asPie = { charts: { ...charts, wish: 'donut' as const } };
    expect(cardLines(shown(tables.donut, asPie))).toContain('EMEA 75%, APAC 25%.');
  });

  test('names where a series begins and ends if that differs from the others, and writes all values in one unit', () => {
    const table = aTable({
      columns: [
        { name: 'month', type: 'DATE' },
        { name: 'region', type: 'STRING' },
        { name: 'margin_pct', type: 'DOUBLE' },
      ],
      rows: [
        ['2026-01-01', 'A', '5'],
        ['2026-02-01', 'A', '6'],
        ['2026-03-01', 'A', '7'],
        ['2026-02-01', 'B', '9'],
        ['2026-03-01', 'B', '14'],
        ['2026-01-01', 'C', '4'],
        ['2026-02-01', 'C', '3'],
      ],
    });
    expect(cardLines(shown(table))).toContain(
      'Jan 2026 to Mar 2026: A 5% to 7%; B 9% (Feb 2026) to 14%; C 4% to 3% (Feb 2026).',
    );
  });

  test('swaps with its table by a button, without asking the bot', () => {
    const message = shown(tables.line);
    const { chart0, rows0 } = containersOf(message);
    expect([chart0?.isVisible, rows0?.isVisible]).toEqual([true, false]);
    const swaps = cardActions(message).filter(({ title }) => /^Show (?:chart|table)$/.test(title));
    expect(swaps.map(({ title }) => title)).toEqual(['Show table', 'Show chart']);
    for (const swap of swaps) {
      expect(swap).toMatchObject({ targetElements: expect.arrayContaining(['chart0', 'rows0']) });
    }
  });

  test('is hidden behind the table if the table reads better', () => {
    const { chart0, rows0 } = containersOf(shown(tables.bars));
    expect([chart0?.isVisible, rows0?.isVisible]).toEqual([false, true]);
  });

  test('is hidden behind the table if the asker wanted the table', () => {
    const { chart0, rows0 } = containersOf(
      shown(tables.line, { charts: { ...charts, wish: 'table' } }),
    );
    expect([chart0?.isVisible, rows0?.isVisible]).toEqual([false, true]);
  });

  test('is of the kind that was asked for, if that fits', () => {
    const lineOf = (table: AnswerTable) =>
      cardLines(shown(table, { charts: { ...charts, wish: 'line' } })).join();
    expect(lineOf(tables.bars)).toContain('Line chart of Revenue by Region');
    const asDonut = shown(
      { ...tables.bars, truncated: true },
      { charts: { ...charts, wish: 'donut' } },
    );
    expect(cardLines(asDonut).join()).toContain('Bar chart of Revenue by Region');
  });

  test('says so if Genie cut the result', () => {
    const table = { ...tables.line, truncated: true, totalRows: 9000 };
    expect(cardLines(shown(table))).toContain('The chart shows only the rows that Genie returned.');
  });

  test('is left out if charts are off or there is nothing to draw', () => {
    const off = answerCard(anAnswer({ tables: [tables.bars] }), aView({ channel }));
    expect(containersOf(off)).toEqual({});
    expect(containersOf(shown(aTable()))).toEqual({});
  });
});
