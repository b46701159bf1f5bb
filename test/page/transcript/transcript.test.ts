import fc from 'fast-check';
import { Lexer, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import { createCellFormatter } from '../../../src/answers/cellFormatter.ts';
import { drawChart } from '../../../src/charts/drawChart.ts';
import type { Transcript, TranscriptReader } from '../../../src/page/transcript/transcript.ts';
import { transcriptFile } from '../../../src/page/transcript/transcriptFile.ts';
import { transcriptHtml } from '../../../src/page/transcript/transcriptHtml.ts';
import { transcriptMarkdown } from '../../../src/page/transcript/transcriptMarkdown.ts';
import { languages } from '../../../src/texts/languages.ts';
import { anAnswer, aTable } from '../../cards/answer/anAnswer.ts';
import { runs } from '../../support/runs.ts';
import { hostileText } from '../hostileText.ts';
import { answered, aReader, aTranscript, aTurn, savedAt } from './aTranscript.ts';

const asMarkdown = (transcript: Transcript, reader: TranscriptReader = aReader()) =>
  [...transcriptMarkdown(transcript, reader)].join('');
const asHtml = (transcript: Transcript, reader: TranscriptReader = aReader()) =>
  [...transcriptHtml(transcript, { ...reader, draw: drawChart })].join('');
const formats = [
  ['Markdown', asMarkdown],
  ['HTML', asHtml],
] as const;

const full: Answer = anAnswer({
  texts: ['**EMEA** led.', 'The rest follows.'],
  questionBack: 'Which currency?',
  citations: [
    { title: 'Handbook', url: 'https://docs.example/handbook' },
    ...Array.from({ length: 6 }, (_, at) => ({ title: `Source ${at}` })),
  ],
  tables: [
    aTable({
      sources: [{ name: 'orders', fullName: 'main.sales.orders' }],
      readAt: Date.UTC(2026, 10, 28, 14, 0),
      isTrusted: true,
      parameters: [{ name: 'Year', value: '2026' }],
    }),
  ],
});

describe.each(formats)('a chat as %s', (_format, write) => {
  const said = write(aTranscript([answered('Revenue by region', full)]));

  it('says what it is of, and when it was asked and saved, by the reader’s clocks', () => {
    for (const words of [
      'Revenue by region',
      'Sales · Saved on 28 Nov 2026, 16:05 · Times are in Europe/Berlin.',
      '28 Nov 2026, 15:03',
    ])
      expect(said).toContain(words);
  });

  it('has all that the person saw', () => {
    for (const words of [
      'EMEA',
      'The rest follows.',
      'Which currency?',
      'And by week?',
      'Region',
      '1,204,331.50',
      '–',
      'SUM(revenue) AS revenue',
      'Sums revenue per region.',
      'You want the',
      'Data read',
      'Trusted answer',
      'Handbook (docs.example)',
      'Source 5',
      'Powered by Genie',
    ])
      expect(said).toContain(words);
    expect(said).toMatch(/main\.sales\.orders/);
  });

  it('leads nowhere', () => {
    expect(said).not.toMatch(/href=|\]\(|https?:\/\//);
  });

  it('keeps the texts and tables of an answer in their order', () => {
    const answer = anAnswer({
      texts: ['First words.', 'Last words.'],
      tables: [aTable({ title: 'In between', textsBefore: 1 })],
    });
    const order = ['First words.', 'In between', 'Last words.'];
    const whole = write(aTranscript([answered('q', answer)]));
    const places = order.map((words) => whole.indexOf(words));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it.each<[string, Parameters<typeof aTurn>[1], string]>([
    ['open', { kind: 'open' }, 'This question was still in progress'],
    ['cancelled', { kind: 'cancelled' }, 'This question was cancelled.'],
    ['failed', { kind: 'failure', text: 'Genie isn’t answering.' }, 'Genie isn’t answering.'],
    [
      'empty',
      { kind: 'answer', answer: anAnswer({ texts: [], tables: [], suggestions: [] }) },
      'Genie didn’t find an answer.',
    ],
  ])('says what became of a question that was %s', (_what, outcome, words) => {
    const whole = write(aTranscript([aTurn('Why?', outcome)]));
    expect(whole).toContain('Why?');
    expect(whole).toContain(words);
  });

  it('says so where a question is no longer known, and where none was asked', () => {
    expect(write(aTranscript([aTurn(undefined, { kind: 'open' })]))).toContain(
      'This question is no longer available',
    );
    expect(write(aTranscript([], { title: ' \u202e' }))).toContain('Chat');
    expect(write(aTranscript([]))).toContain('No questions have been asked');
  });

  it('has a long question in full below its beginning', () => {
    const long = `${'Revenue by region '.repeat(500)}for 2026`;
    expect(write(aTranscript([aTurn(long, { kind: 'open' })]))).toContain(long);
    const lines = write(aTranscript([aTurn('one\ntwo', { kind: 'open' })]));
    expect(lines).toContain('one two');
    expect(lines).toMatch(/one(?:\\\n> |<br>)two/);
  });

  it('says how many rows there are where it has some, and why it has none', () => {
    const part = aTable({ totalRows: 9_400 });
    const missing = aTable({ rows: [], error: 'too-slow' });
    const none = aTable({ rows: [], totalRows: 0 });
    const whole = write(aTranscript([answered('q', anAnswer({ tables: [part, missing, none] }))]));
    for (const words of [
      '2 of 9,400 rows',
      'Genie returned only the first 2 rows.',
      'The rows of this table couldn’t be loaded.',
      'The query took too long.',
      'The query returned no rows.',
    ])
      expect(whole).toContain(words);
  });

  it('writes times of the data by the reader’s clocks, and says whose they are', () => {
    const table = aTable({
      columns: [{ name: 'ordered_at', type: 'TIMESTAMP' }],
      rows: [['2026-01-01T11:30:00.000Z'], ['2026-01-02T09:00:00.000Z']],
    });
    const tokyo = write(
      aTranscript([answered('q', anAnswer({ tables: [table] }))]),
      aReader('en-GB', 'Asia/Tokyo'),
    );
    expect(tokyo).toContain('1 Jan 2026, 20:30');
    expect(tokyo.match(/Times are in Asia\/Tokyo\./g)).toHaveLength(2);
  });

  it('tells a chart in words', () => {
    const bars = aTable({ rows: [...'ABCDE'].map((name, at) => [name, String(at + 1)]) });
    const whole = write(aTranscript([answered('q', anAnswer({ tables: [bars] }))]));
    expect(whole).toContain('Bar chart of Revenue by Region. Highest: 5.00 (E). Lowest: 1.00 (A).');
  });

  it.each(Object.values(languages))('speaks $tag', ({ tag }) => {
    const reader = aReader(tag);
    const whole = write(aTranscript([aTurn(undefined, { kind: 'cancelled' })]), reader);
    const { transcript: words } = reader.texts;
    for (const text of [words.unknownQuestion, words.cancelled]) expect(whole).toContain(text);
  });
});

describe('as Markdown', () => {
  it('every table is read back with the cells that the chat showed', () => {
    const rows = fc.array(fc.tuple(fc.option(hostileText), fc.option(fc.bigInt().map(String))), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(rows, hostileText, (cells, title) => {
        const table = aTable({
          title,
          columns: [
            { name: title, type: 'STRING' },
            { name: 'revenue', type: 'DECIMAL', scale: 2 },
          ],
          rows: cells,
        });
        const markdown = asMarkdown(
          aTranscript([answered(title, anAnswer({ tables: [table] }))], { title }),
        );
        const read = new Lexer({ gfm: true })
          .lex(markdown)
          .filter(({ type }) => type === 'table') as Tokens.Table[];
        expect(read).toHaveLength(1);
        expect(read[0]?.rows).toHaveLength(cells.length);
        const format = createCellFormatter(
          { name: 'revenue', type: 'DECIMAL', scale: 2 },
          cells.map(([, value]) => value),
          'en-GB',
        );
        expect(read[0]?.rows.map((row) => row[1]?.text)).toEqual(
          cells.map(([, value]) => format(value)),
        );
      }),
      { numRuns: runs(400) },
    );
  });
});

describe('as HTML', () => {
  it('forbids itself to run, to load and to be styled by others', () => {
    expect(asHtml(aTranscript([]))).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    );
  });

  it('has the charts of the chat as pictures, and none where charts are turned off', () => {
    const bars = aTable({ rows: [...'ABCDE'].map((name, at) => [name, String(at + 1)]) });
    const transcript = aTranscript([answered('q', anAnswer({ tables: [bars] }))]);
    expect(asHtml(transcript)).toContain('<img src="data:image/svg+xml,');
    expect([...transcriptHtml(transcript, aReader())].join('')).not.toContain('<img');
    const picture = 'data:image/png;base64,AAAA' as const;
    const genies = aTable({ ...bars, genieChart: { title: 'Genie’s', picture } });
    expect(asHtml(aTranscript([answered('q', anAnswer({ tables: [genies] }))]))).toContain(
      `<img src="${picture}"`,
    );
  });

  it('is read from right to left where the answer is', () => {
    const arabic = anAnswer({ texts: ['ارتفعت الإيرادات في جميع المناطق.'] });
    expect(asHtml(aTranscript([answered('ما هي الإيرادات؟', arabic)]))).toContain(
      '<section dir="rtl">',
    );
    expect(asHtml(aTranscript([answered('Revenue?', anAnswer())]))).not.toContain('dir="rtl"');
  });
});

describe('a file', () => {
  const transcript = aTranscript([answered('Revenue by region', full)]);

  it('has a name, a type and all of the text', async () => {
    const markdown = await transcriptFile(transcript, 'markdown', aReader());
    expect(markdown.name).toBe('Revenue by region 2026-11-28.md');
    expect(markdown.contentType).toBe('text/markdown; charset=utf-8');
    expect(markdown.bytes.toString()).toBe(asMarkdown(transcript));
    const html = await transcriptFile(transcript, 'html', { ...aReader(), draw: drawChart });
    expect(html.name).toBe('Revenue by region 2026-11-28.html');
    expect(html.contentType).toBe('text/html; charset=utf-8');
    expect(html.bytes.toString()).toBe(asHtml(transcript));
  });

  it('is refused before it takes too much room', async () => {
    const cell = '漢'.repeat(100_000);
    const table = aTable({ rows: Array.from({ length: 200 }, () => [cell, '1']) });
    const huge = aTranscript([answered('q', anAnswer({ tables: [table] }))]);
    await expect(transcriptFile(huge, 'markdown', aReader())).rejects.toMatchObject({
      code: 'too-large',
    });
  });

  it('of a chat that is ten times as long takes some ten times as long', async () => {
    const day = (row: number) => new Date(Date.UTC(2024, 0, row, row % 24, 30)).toISOString();
    const kinds: [string, (row: number) => string][] = [
      ['STRING', (row) => `Café | Süd ${row}`],
      ['LONG', (row) => String(1_204_331 * row)],
      ['DOUBLE', (row) => String(row / 7)],
      ['DATE', (row) => day(row).slice(0, 10)],
      ['TIMESTAMP', day],
    ];
    const wide = [...kinds, ...kinds];
    const columns = wide.map(([type], at) => ({ name: `column_${at}`, type }));
    const rows = Array.from({ length: 500 }, (_, row) => wide.map(([, make]) => make(row)));
    const answer = anAnswer({ tables: [aTable({ columns, rows })] });
    for (const format of ['markdown', 'html'] as const) {
      const costOf = async (length: number) => {
        const chat = aTranscript(Array.from({ length }, () => answered('q', answer)));
        const before = process.threadCpuUsage().user;
        const { bytes } = await transcriptFile(chat, format, aReader());
        expect(bytes.length).toBeGreaterThan(40_000 * length);
        return process.threadCpuUsage().user - before;
      };
      // Not in seconds: on a busy machine they are twice as many. About one for 50 answers, alone on a machine.
      await costOf(2);
      const short = await costOf(5);
      expect((await costOf(50)) / short).toBeLessThan(25);
    }
  });
});

it('the day of a file’s name is the one on which it was saved', async () => {
  const { name } = await transcriptFile(
    aTranscript([], { savedAt: savedAt + 86_400_000 }),
    'html',
    aReader(),
  );
  expect(name).toBe('Revenue by region 2026-11-29.html');
});
