import { describe, expect, test } from 'vitest';
import { answerCard } from '../../src/cards/answer/answerCard.ts';
import { anAnswer, aTable, aView } from './answer/anAnswer.ts';
import { cardLines, cardOf, cardText } from './readCard.ts';

const hostile = [
  '**bold** _it_ `code`',
  '[click](https://evil.example/?q=1)',
  '![x](https://evil.example/pixel.png)',
  '<img src="https://evil.example/x">',
  '<at>Everyone</at>',
  '| a | b |',
  '# heading',
];

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
          thoughts: [text],
          rows: hostile.map((cell) => [cell, null]),
        }),
      ],
    });
    const all = properties(cardOf(answerCard(answer, { ...view, spaceTitle: text })));
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

  test('isn’t offered as a suggestion if it is too long to be a question', () => {
    const suggestions = ['x'.repeat(501), 'Short?'];
    const text = cardText(answerCard(anAnswer({ suggestions }), view));
    expect(text).toContain('[Short?]');
    expect(text).not.toContain('xxx');
  });
});
