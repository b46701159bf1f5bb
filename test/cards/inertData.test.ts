import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/answers/chart.ts';
import { answerCard } from '../../src/cards/answer/answerCard.ts';
import { tablePageCard } from '../../src/cards/answer/tablePageCard.ts';
import type { CardChannel, OutgoingMessage } from '../../src/cards/parts/outgoingMessage.ts';
import { signInCard } from '../../src/cards/signIn/signInCard.ts';
import { refusalCard } from '../../src/cards/subscriptions/refusalCard.ts';
import { subscribeFormCard } from '../../src/cards/subscriptions/subscribeFormCard.ts';
import { subscriptionCard } from '../../src/cards/subscriptions/subscriptionCard.ts';
import { subscriptionsCard } from '../../src/cards/subscriptions/subscriptionsCard.ts';
import { didYouMeanCard } from '../../src/cards/talk/didYouMeanCard.ts';
import { editedCard } from '../../src/cards/talk/editedCard.ts';
import { historyCard } from '../../src/cards/talk/historyCard.ts';
import { spaceChosenCard } from '../../src/cards/talk/spaceChosenCard.ts';
import { spacesCard } from '../../src/cards/talk/spacesCard.ts';
import { sqlCard } from '../../src/cards/talk/sqlCard.ts';
import { welcomeCard } from '../../src/cards/talk/welcomeCard.ts';
import { whoamiCard } from '../../src/cards/talk/whoamiCard.ts';
import { drawChart } from '../../src/charts/drawChart.ts';
import { testReader } from '../support/testReader.ts';
import { anAnswer, aTable, aView } from './answer/anAnswer.ts';
import { cardLines, cardOf, cardText } from './readCard.ts';
import { aRunOf, aSubscription } from './subscriptions/aSubscription.ts';

const hostile = [
  '**bold** _it_ `code`',
  '[click](https://evil.example/?q=1)',
  '![x](https://evil.example/pixel.png)',
  '<img src="https://evil.example/x">',
  '<at>Everyone</at>',
  '| a | b |',
  '# heading',
];

/** All cards of a subscription that has a text wherever data can be. */
function subscriptionCards(text: string, channel: CardChannel): OutgoingMessage[] {
  const reader = testReader(channel);
  const of = { column: text, row: text };
  const condition = { only: 'above', of, limit: 1 } as const;
  const subscription = aSubscription({ text, condition });
  const { schedule, timeZone } = subscription;
  const form = { ...reader, question: text, timeZone, schedule, condition };
  const figures = [{ key: 'k', ...of, label: text }];
  return [
    subscriptionCard({ ...reader, subscription, says: 'created' }),
    subscriptionsCard({ ...reader, subscriptions: [subscription], elsewhere: 1 }),
    subscribeFormCard({ ...form, figures, of: { answer: 'k' } }),
    refusalCard({ why: 'when', given: text }, reader),
    ...[
      { is: 'met' as const, now: 2 },
      { is: 'unclear' as const, missing: 'row' as const },
    ].map((finding) =>
      answerCard(anAnswer(), {
        ...aView({ channel, question: text }),
        run: aRunOf({ condition, finding }),
      }),
    ),
  ];
}

/** Every property name and text of the card, in any depth. */
function properties(value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    [name, inner] as [string, unknown],
    ...properties(inner),
  ]);
}

describe.each(['teams', 'webchat'] as const)('data in %s', (channel) => {
  const view = aView({ channel });

  test('never makes a card read markup, load an image or open a link', () => {
    const text = hostile.join('\n\n');
    const answer = anAnswer({
      texts: [text],
      questionBack: text,
      suggestions: hostile,
      tables: [
        aTable({
          title: text,
          description: text,
          sql: text,
          thoughts: [{ text }],
          rows: hostile.map((cell) => [cell, null]),
        }),
      ],
    });
    const all = [
      answerCard(answer, { ...view, spaceTitle: text }),
      ...subscriptionCards(text, channel),
    ].flatMap((message) => properties(cardOf(message)));
    const types = new Set(all.filter(([name]) => name === 'type').map(([, type]) => type));
    for (const type of [
      'TextBlock',
      'FactSet',
      'Image',
      'Media',
      'Action.OpenUrl',
      'Action.Execute',
    ])
      expect(types).not.toContain(type);
    for (const name of ['url', 'selectAction', 'backgroundImage', 'iconUrl'])
      expect(all.map(([key]) => key)).not.toContain(name);
  });

  test('shows up in a cell character by character, markup included', () => {
    const lines = cardLines(
      answerCard(
        anAnswer({ tables: [aTable({ rows: hostile.map((cell) => [cell, null]) })] }),
        view,
      ),
    );
    for (const cell of hostile) expect(lines).toContain(`${cell} | –`);
  });

  test('shows up in a column name and a title character by character', () => {
    const columns = [
      { name: '<at>a</at>', type: 'STRING' },
      { name: '**b**', type: 'STRING' },
    ];
    const lines = cardLines(
      answerCard(anAnswer({ tables: [aTable({ title: '[t](u)', columns })] }), view),
    );
    expect(lines).toContain('[t](u)');
    expect(lines).toContain('<at>a</at> | **b**');
  });

  test('doesn’t break a row by a line break in a cell', () => {
    const lines = cardLines(
      answerCard(anAnswer({ tables: [aTable({ rows: [['a\r\n\tb', '1']] })] }), view),
    );
    expect(lines).toContain('a b | 1.00');
  });

  test('keeps the words of Genie’s links and loses their targets', () => {
    const message = answerCard(
      anAnswer({
        texts: [
          'See [the report](https://evil.example/?q=1) ![chart](https://evil.example/i.png).',
        ],
        tables: [],
      }),
      view,
    );
    expect(cardLines(message)[0]).toBe('See the report chart.');
    expect(JSON.stringify(message)).not.toContain('evil.example');
  });

  test('isn’t expanded if a cell holds a date macro', () => {
    const macro = '{{DATE(2020-01-01T00:00:00Z,SHORT)}}';
    const text = cardText(
      answerCard(anAnswer({ tables: [aTable({ rows: [[macro, '1']] })] }), view),
    );
    expect(text).not.toContain(macro);
    expect(text.replaceAll('\u200B', '')).toContain(macro);
  });

  test('is sent without control characters and broken Unicode', () => {
    const rows = [['a\u0000b\u001Bc\uD800d', '1']];
    const text = cardText(answerCard(anAnswer({ tables: [aTable({ rows })] }), view));
    expect(text).toContain('abc\uFFFDd');
  });

  test('has no marks that change the direction of text, wherever it is shown', () => {
    const marks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
    const text = 'a\u202Eb\u2066c\u200Fd\u061Ce';
    const table = aTable({
      title: text,
      description: text,
      sql: text,
      thoughts: [{ text }],
      columns: [
        { name: text, type: 'STRING' },
        { name: `revenue ${text}`, type: 'INT' },
      ],
      rows: [
        [text, '1'],
        ['b', '2'],
        ['c', '3'],
      ],
    });
    const draw = (chart: Chart) => drawChart(chart);
    const cards = [
      answerCard(
        anAnswer({ texts: [text], questionBack: text, suggestions: [text], tables: [table] }),
        { ...view, spaceTitle: text, question: text, charts: channel === 'teams' ? {} : { draw } },
      ),
      answerCard(anAnswer({ texts: [], tables: [table], suggestions: [] }), view),
      tablePageCard(table, { ...testReader(channel), answerKey: 'k', from: 0, words: [text] }),
      historyCard({
        ...testReader(channel),
        conversations: [
          {
            answerKey: 'k',
            title: text,
            spaceTitle: text,
            lastAt: 0,
            questions: 1,
            isCurrent: false,
          },
        ],
        older: 0,
      }),
      spacesCard({
        ...testReader(channel),
        spaces: [{ id: 's', title: text, description: text }],
        currentId: 'x',
        mayShare: true,
      }),
      spaceChosenCard({
        ...testReader(channel),
        title: text,
        isChanged: true,
        sampleQuestions: [text],
      }),
      welcomeCard({
        ...testReader(channel),
        spaceTitle: text,
        sampleQuestions: [text],
        demo: false,
      }),
      sqlCard({ ...testReader(channel), question: text, queries: [{ title: text, sql: text }] }),
      didYouMeanCard({ ...testReader(channel), written: text, command: 'help' }),
      ...subscriptionCards(text, channel),
      editedCard(testReader(channel), text),
      whoamiCard(
        testReader(channel),
        { name: text, email: text, knownBy: 'teams' },
        { mode: 'person', signedInAs: text },
      ),
      signInCard({
        ...testReader(channel),
        link: { signInLink: 'https://token.example/' },
        connectionName: 'databricks',
        question: text,
        needsCode: true,
        again: 'other-account',
        account: text,
      }),
    ];
    for (const card of cards) {
      const words = decodeURIComponent(JSON.stringify(card).replaceAll(/%(?![0-9A-F]{2})/g, '%25'));
      const shown = words.replaceAll(/"question":"[^"]*"/g, '');
      expect(shown).not.toMatch(marks);
    }
  });

  test('isn’t offered as a suggestion if it is too long to be a question', () => {
    const suggestions = ['x'.repeat(501), 'Short?'];
    const text = cardText(answerCard(anAnswer({ suggestions }), view));
    expect(text).toContain('[Short?]');
    expect(text).not.toContain('xxx');
  });
});
