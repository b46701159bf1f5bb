import { describe, expect, test } from 'vitest';
import type { AnswerTable } from '../../../src/answers/answer.ts';
import { answerCard } from '../../../src/cards/answer/answerCard.ts';
import { testReader } from '../../support/testReader.ts';
import { parseWarnings } from '../parseWarnings.ts';
import { cardAction, cardActions, cardLines, cardOf, cardText } from '../readCard.ts';
import { anAnswer, aTable, aView } from './anAnswer.ts';

const channels = ['teams', 'webchat'] as const;

/** A table of `rows` rows and `columns` short columns, of a result of `totalRows` rows. */
function aWideTable(rows: number, columns: number, totalRows = rows) {
  return aTable({
    columns: Array.from({ length: columns }, (_, index) => ({ name: `c${index}`, type: 'STRING' })),
    rows: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => `r${row}c${column}`),
    ),
    totalRows,
  });
}

describe.each(channels)('an answer in %s', (channel) => {
  const view = aView({ channel });

  test('reads from the text to the small print', () => {
    expect(cardLines(answerCard(anAnswer(), view))).toEqual([
      'EMEA led.',
      'Revenue by region',
      'Region | Revenue',
      'EMEA | 1,204,331.50',
      'APAC | –',
      ...(channel === 'teams'
        ? ['[Show SQL] [… Ask again] [… How this was understood]']
        : ['[Show SQL] [Ask again] [How this was understood]']),
      '(sql0) [Hide SQL]',
      '(sql0) SELECT region,',
      '(sql0)   SUM(revenue) AS revenue',
      '(sql0) FROM orders',
      '(reading0) [Hide]',
      '(reading0) Sums revenue per region.',
      '(reading0) You want the revenue.',
      'Ask next',
      '[And by week?]',
      ...(channel === 'teams' ? [] : ['[👍 Helpful] [👎 Not helpful]']),
      'Sales · 2 rows · 12 s · Powered by Genie',
    ]);
  });

  test('for the asker’s own chat, names the question and can be shared where it was asked', () => {
    const lines = cardLines(answerCard(anAnswer(), { ...view, askedIn: 'chat' }));
    expect(lines[0]).toBe(`You asked in the chat: “${view.question}”`);
    expect(lines.join('\n')).toContain('[Share in the chat]');
    const wordless = { ...view, askedIn: 'thread', question: '' } as const;
    expect(cardLines(answerCard(anAnswer(), wordless))[0]).toBe('EMEA led.');
  });

  test('for the asker’s own chat, points a reply to Genie’s question to where its conversation is', () => {
    const said = (more: { suggestions?: string[] }) => {
      const back = anAnswer({ kind: 'clarification', tables: [], questionBack: 'Which?', ...more });
      return cardText(answerCard(back, { ...view, askedIn: 'thread' }));
    };
    expect(said({})).toContain('Please reply in the thread, for example “And by week?”.');
    expect(said({})).not.toContain('[And by week?]');
    expect(said({ suggestions: [] })).toContain('Please reply in the thread.');
  });

  test('when shared, has no button that only its asker can use', () => {
    const shared = { ...view, isShared: true, downloads: false } as const;
    const long = aWideTable(40, 2, 90);
    const failed = aTable({ error: 'busy', canRetry: true });
    const submits = cardActions(answerCard(anAnswer({ tables: [long, failed] }), shared))
      .filter(({ type }) => type === 'Action.Submit')
      .map(({ title }) => title);
    expect(submits).toEqual(['And by week?']);
  });

  test('says what the suggestions are, if there are any to an answer', () => {
    const textOf = (overrides: Parameters<typeof anAnswer>[0]) =>
      cardText(answerCard(anAnswer(overrides), view));
    expect(textOf({ suggestions: [] })).not.toContain('Ask next');
    expect(textOf({ suggestions: ['x'.repeat(501)] })).not.toContain('Ask next');
    const back = textOf({ kind: 'clarification', tables: [], texts: [], questionBack: 'Which?' });
    expect(back).toContain('[And by week?]');
    expect(back).not.toContain('Ask next');
  });

  test('opens the SQL right where its button was, below the one that hides it', () => {
    const message = answerCard(anAnswer(), { ...view, downloads: true });
    const { body } = cardOf(message);
    const at = (id: string) => body.findIndex((element) => element.id === id);
    const between = body.slice(at('t0') + 1, at('sql0'));
    expect(at('t0')).toBeGreaterThan(-1);
    expect(between.every(({ isVisible }) => isVisible === false)).toBe(true);
    expect(cardAction(message, 'Show SQL')).toMatchObject({ targetElements: ['t0', 'sql0'] });
    expect(cardAction(message, 'Hide SQL')).toMatchObject({ targetElements: ['t0', 'sql0'] });
    expect(cardLines(message).find((line) => line.startsWith('(sql0)'))).toBe('(sql0) [Hide SQL]');
  });

  test('suggests at most three questions', () => {
    const suggestions = ['One?', 'Two?', 'Three?', 'Four?'];
    const text = cardText(answerCard(anAnswer({ suggestions }), view));
    expect(text).toContain('[Three?]');
    expect(text).not.toContain('[Four?]');
  });

  test('names its question in the small print if it isn’t below it', () => {
    const lines = cardLines(answerCard(anAnswer(), { ...view, isApart: true }));
    expect(lines.at(-2)).toBe(`“${view.question}”`);
    const own = answerCard(anAnswer(), { ...view, isApart: true, askedIn: 'chat' });
    expect(cardText(own).split(view.question)).toHaveLength(2);
  });

  test('has this JSON', () => {
    expect(answerCard(anAnswer(), view)).toMatchSnapshot();
  });

  test('aligns amounts right and nothing else', () => {
    const table = cardOf(answerCard(anAnswer(), view)).body.find(({ type }) => type === 'Table');
    const alignments =
      table?.type === 'Table'
        ? table.rows.map(({ cells }) => cells.map(({ items }) => items[0]?.horizontalAlignment))
        : [];
    expect(alignments).toEqual(Array.from({ length: 3 }, () => [undefined, 'Right']));
  });

  test('shows ten rows of many and says so', () => {
    const text = cardText(answerCard(anAnswer({ tables: [aWideTable(50, 3, 4800)] }), view));
    expect(text).toContain('r9c2');
    expect(text).not.toContain('r10c0');
    expect(text).toContain('10 of 4,800 rows');
  });

  test('shows eight columns of many and says so', () => {
    const text = cardText(answerCard(anAnswer({ tables: [aWideTable(2, 14)] }), view));
    expect(text).toContain('r1c7');
    expect(text).not.toContain('r1c8');
    expect(text).toContain('8 of 14 columns');
  });

  test('says nothing about rows and columns that are all there', () => {
    expect(cardText(answerCard(anAnswer({ tables: [aWideTable(10, 8)] }), view))).not.toMatch(
      / of /,
    );
  });

  test('cuts long cells and says so', () => {
    const rows = [['x'.repeat(3000), '1']];
    const text = cardText(answerCard(anAnswer({ tables: [aTable({ rows })] }), view));
    expect(text).toContain(`${'x'.repeat(119)}… | 1.00`);
    expect(text).toContain('Long values are shortened.');
  });

  test('shows wide columns below the first one if they don’t fit side by side', () => {
    const columns = Array.from({ length: 8 }, (_, index) => ({
      name: `c${index}`,
      type: 'STRING',
    }));
    const rows = [columns.map(() => 'word '.repeat(20))];
    const text = cardText(answerCard(anAnswer({ tables: [aTable({ columns, rows })] }), view));
    expect(text).toContain('C0 | C1\n');
    expect(text).toContain('· C7: word word');
    expect(text).not.toContain('8 columns');
  });

  test('says that Genie cut the result', () => {
    const noteFor = (totalRows: number) => {
      const table = { ...aWideTable(20, 2, totalRows), truncated: true };
      return cardText(answerCard(anAnswer({ tables: [table] }), view));
    };
    expect(noteFor(20)).toContain('Genie stopped at 20 rows; there are more in the data.');
    expect(noteFor(9400)).toContain('10 of 9,400 rows');
    expect(noteFor(9400)).toContain('Genie returned only the first 20 rows.');
  });

  test('says that Genie left rows out, even if Genie calls the result complete', () => {
    const tables = [aWideTable(20, 2, 9400)];
    const text = cardText(answerCard(anAnswer({ tables }), view));
    expect(text).toContain('Genie returned only the first 20 rows.');
  });

  test('says that times are in UTC if the data says so', () => {
    const columns = [
      { name: 'at', type: 'TIMESTAMP' },
      { name: 'n', type: 'INT' },
    ];
    const noteFor = (at: string) =>
      cardText(
        answerCard(
          anAnswer({
            tables: [
              aTable({
                columns,
                rows: [
                  [at, '1'],
                  [at, '2'],
                ],
              }),
            ],
          }),
          view,
        ),
      );
    expect(noteFor('2026-01-01T10:00:00Z')).toContain('Times are in UTC.');
    expect(noteFor('2026-01-01T00:00:00Z')).not.toContain('UTC');
    expect(noteFor('2026-01-01 10:00:00')).not.toContain('UTC');
  });

  test('says that there are no rows', () => {
    const text = cardText(answerCard(anAnswer({ tables: [aTable({ rows: [] })] }), view));
    expect(text).toContain('The query returned no rows.');
    expect(text).toContain('0 rows');
  });

  test('says that there are rows even if none of them can be shown', () => {
    const textOf = (table: Partial<AnswerTable>) =>
      cardText(answerCard(anAnswer({ tables: [aTable(table)] }), view));
    const elsewhere = textOf({ rows: [], totalRows: 4812 });
    expect(elsewhere).toContain('The query returned 4,812 rows, but they can’t be shown here.');
    expect(elsewhere).not.toContain('no rows');
    const unnamed = textOf({ columns: [], rows: [['1']] });
    expect(unnamed).toContain('The query returned 1 row, but it can’t be shown here.');
  });

  test('says why rows couldn’t be loaded', () => {
    const tables = [aTable({ rows: [], error: 'expired' })];
    const text = cardText(answerCard(anAnswer({ tables }), view));
    expect(text).toContain('couldn’t be loaded');
    expect(text).toContain('The result has expired.');
    expect(text).not.toContain('0 rows');
  });

  test.each([
    ['de-DE', 'Das Ergebnis ist abgelaufen.'],
    ['fr-FR', 'Le résultat a expiré.'],
    ['es-MX', 'El resultado ha caducado.'],
  ])('says why in the reader’s language, but quotes Databricks: %s', (locale, reason) => {
    const tables = [
      aTable({ rows: [], error: 'expired' }),
      aTable({ rows: [], error: { said: 'No such column.' } }),
    ];
    const reader = { ...view, ...testReader('teams', { locale }) };
    const text = cardText(answerCard(anAnswer({ tables }), reader));
    expect(text).toContain(reason);
    expect(text).toContain('No such column.');
    expect(text).not.toContain('expired');
  });

  test('shows a single value big, without a table', () => {
    const tables = [aTable({ columns: [{ name: 'total', type: 'DOUBLE' }], rows: [['3.336E8']] })];
    const { body } = cardOf(answerCard(anAnswer({ tables }), view));
    const runs = body.flatMap((element) =>
      element.type === 'RichTextBlock' ? element.inlines : [],
    );
    expect(runs.find(({ text }) => text === '333,600,000')?.size).toBe('ExtraLarge');
    expect(body.some(({ type }) => type === 'Table')).toBe(false);
  });

  test('shows the first of many single-column rows as a table', () => {
    const columns = [{ name: 'total', type: 'INT' }];
    const tables = [aTable({ columns, rows: [['1']], totalRows: 2 })];
    const { body } = cardOf(answerCard(anAnswer({ tables }), view));
    expect(body.some(({ type }) => type === 'Table')).toBe(true);
  });

  test('gives every show button something to show', () => {
    const message = answerCard(anAnswer({ tables: [aTable(), aTable({ title: 'Costs' })] }), view);
    const targets = cardActions(message).flatMap((action) =>
      action.type === 'Action.ToggleVisibility' ? action.targetElements : [],
    );
    const hidden = cardOf(message).body.filter(({ isVisible }) => isVisible === false);
    for (const { id } of hidden) expect(targets).toContain(id);
    expect(hidden.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['sql0', 'reading0', 'sql1', 'reading1']),
    );
  });

  test('has no buttons for what Genie didn’t send', () => {
    const tables = [aTable({ sql: '', thoughts: [] })].map(({ description: _, ...table }) => table);
    const message = answerCard(
      anAnswer({ tables, suggestions: [] }),
      aView({ channel, feedback: false }),
    );
    expect(cardActions(message).map(({ title }) => title)).toEqual(['Ask again']);
  });

  test('is rated with Teams’ own thumbs in Teams, and with the card’s elsewhere', () => {
    const message = answerCard(anAnswer(), view);
    const loop = { feedbackLoop: { type: 'default' } };
    if (channel === 'teams') {
      expect(message.channelData).toEqual(loop);
      expect(cardText(message)).not.toContain('Helpful');
      return;
    }
    expect(message.channelData).not.toMatchObject(loop);
    expect(cardAction(message, '👎 Not helpful')).toMatchObject({
      type: 'Action.Submit',
      data: { action: 'rate', answer: 'key-1', rating: 'NEGATIVE' },
    });
  });

  test('has no thumbs if ratings are off', () => {
    const message = answerCard(anAnswer(), aView({ channel, feedback: false }));
    expect(JSON.stringify(message)).not.toMatch(/POSITIVE|feedbackLoop/);
  });

  test('sends back only the answer’s key when “Ask again” is clicked', () => {
    expect(cardAction(answerCard(anAnswer(), view), 'Ask again')).toMatchObject({
      data: { action: 'again', answer: 'key-1' },
    });
  });

  test('shows a clarification as a question, without thumbs', () => {
    const message = answerCard(
      anAnswer({ kind: 'clarification', texts: ['Booked or invoiced?'], tables: [] }),
      view,
    );
    expect(cardText(message)).toContain('Booked or invoiced?');
    expect(JSON.stringify(message)).not.toMatch(/Helpful|feedbackLoop/);
  });

  test('puts a question back after the tables', () => {
    const text = cardText(answerCard(anAnswer({ questionBack: 'By month?' }), view));
    expect(text.indexOf('By month?')).toBeGreaterThan(text.indexOf('APAC'));
    expect(text.indexOf('By month?')).toBeLessThan(text.indexOf('[And by week?]'));
  });

  test('says so if it is empty, and offers to ask again', () => {
    const message = answerCard(anAnswer({ texts: [], tables: [], suggestions: [] }), view);
    expect(cardText(message)).toContain('didn’t find an answer');
    expect(JSON.stringify(message)).not.toMatch(/Helpful|feedbackLoop/);
    expect(cardAction(message, 'Try again')).toMatchObject({ type: 'Action.Submit' });
  });

  test.each([
    ['conversation-gone', 'no longer has our earlier conversation'],
    ['identity', 'the one before was asked with other rights'],
    ['idle', 'been a while'],
    ['mode', 'works in another mode now'],
  ] as const)('says that it starts a new conversation, and why: %s', (startedAnew, words) => {
    const message = answerCard(anAnswer(), aView({ channel, startedAnew }));
    expect(cardLines(message)[0]).toContain(words);
  });

  test('writes numbers and dates in the asker’s locale', () => {
    const text = cardText(answerCard(anAnswer(), aView({ channel, locale: 'de-DE' })));
    expect(text).toContain('1.204.331,50');
  });

  test('counts the tables beyond the fifth', () => {
    const tables = Array.from({ length: 7 }, (_, index) => aTable({ title: `Table ${index}` }));
    const text = cardText(answerCard(anAnswer({ tables }), view));
    expect(text).toContain('Table 4');
    expect(text).not.toContain('Table 5');
    expect(text).toContain('2 more tables aren’t shown.');
    const one = cardText(answerCard(anAnswer({ tables: tables.slice(1) }), view));
    expect(one).toContain('1 more table isn’t shown.');
  });

  test('is a card of version 1.5', () => {
    const full = anAnswer({
      texts: ['# A\n\n- b\n\n| c | d |\n|---|---|\n| e | f |\n\n`g`'],
      tables: [aTable(), aWideTable(50, 14, 4800), aTable({ rows: [] })],
      questionBack: 'By month?',
    });
    const warnings = parseWarnings(answerCard(full, aView({ channel, rating: 'NEGATIVE' })));
    expect(warnings.filter((warning) => !warning.includes('"CodeBlock"'))).toEqual([]);
  });
});

test('a suggestion in Teams is asked by imBack, in Web Chat by a string', () => {
  const dataIn = (channel: 'teams' | 'webchat') =>
    cardAction(answerCard(anAnswer(), aView({ channel })), 'And by week?');
  expect(dataIn('teams')).toMatchObject({
    data: { msteams: { type: 'imBack', value: 'And by week?' } },
  });
  expect(dataIn('webchat')).toMatchObject({ data: 'And by week?' });
});

test('only Teams gets the label of AI content, and the full width', () => {
  const teams = answerCard(anAnswer(), aView({ channel: 'teams' }));
  const webchat = answerCard(anAnswer(), aView({ channel: 'webchat' }));
  expect(teams.entities).toHaveLength(1);
  expect(teams.entities?.[0]).toMatchObject({ additionalType: ['AIGeneratedContent'] });
  expect(cardOf(teams).msteams).toEqual({ width: 'Full' });
  expect(webchat.entities).toBeUndefined();
  expect(cardOf(webchat).msteams).toBeUndefined();
});

test('the SQL in Teams is a code block with the same SQL as its fallback', () => {
  const { body } = cardOf(answerCard(anAnswer(), aView()));
  const sql = body.find(({ id }) => id === 'sql0');
  const [, box] = sql?.type === 'Container' ? sql.items : [];
  const [block] = box?.type === 'Container' ? box.items : [];
  expect(block).toMatchObject({
    type: 'CodeBlock',
    language: 'Sql',
    codeSnippet: aTable().sql,
    fallback: { inlines: [{ text: aTable().sql, fontType: 'Monospace' }] },
  });
});
