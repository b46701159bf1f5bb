import { expect, test } from 'vitest';
import { markdownElements } from '../../../src/cards/markdown/markdownElements.ts';
import type { TextRun } from '../../../src/cards/parts/adaptiveCard.ts';
import { createMessage } from '../../../src/cards/parts/outgoingMessage.ts';
import { cardLines } from '../readCard.ts';

function linesOf(markdown: string): string[] {
  return cardLines(createMessage('webchat', markdownElements(markdown), ''));
}

function runsOf(markdown: string): TextRun[] {
  return markdownElements(markdown).flatMap((element) =>
    element.type === 'RichTextBlock' ? element.inlines : [],
  );
}

test('neighbours that look the same become one run', () => {
  expect(runsOf('a [b](c) d <i>e</i>')).toEqual([{ type: 'TextRun', text: 'a b d <i>e</i>' }]);
});

test('a heading is bold', () => {
  expect(runsOf('## Result\n\ntext')).toEqual([
    { type: 'TextRun', text: 'Result', weight: 'Bolder' },
    { type: 'TextRun', text: 'text' },
  ]);
});

test('lists keep their marks, numbers and depth', () => {
  expect(linesOf('- a\n- b\n  - c\n\n3. d\n4. e\n\n- [x] f')).toEqual([
    '• a',
    '• b',
    '\u2003• c',
    '3. d',
    '4. e',
    '• ☑ f',
  ]);
});

test('a table becomes a table of the card', () => {
  const [element] = markdownElements('| a | b |\n|---|---|\n| 1 | **2** |');
  expect(element).toMatchObject({ type: 'Table', columns: [{ width: 4 }, { width: 5 }] });
  expect(linesOf('| a | b |\n|---|---|\n| 1 | **2** |')).toEqual(['a | b', '1 | 2']);
});

test('a table gives its columns the room that their words need', () => {
  const [element] = markdownElements('| n | region |\n|---|---|\n| 1,204,331.50 | EMEA and all |');
  expect(element).toMatchObject({ columns: [{ width: 14 }, { width: 9 }] });
});

test('a table that is too large says how much of it is shown', () => {
  const rowOf = (columns: number) => `|${'x|'.repeat(columns)}\n`;
  const tableOf = (rows: number, columns: number) =>
    `${rowOf(columns)}|${'-|'.repeat(columns)}\n${rowOf(columns).repeat(rows)}`;
  expect(linesOf(tableOf(25, 10)).at(-1)).toBe('20 of 25 rows · 8 of 10 columns');
  expect(linesOf(tableOf(20, 9)).at(-1)).toBe('8 of 9 columns');
  expect(linesOf(tableOf(20, 8)).at(-1)).toBe(Array(8).fill('x').join(' | '));
});

test('code keeps its lines', () => {
  expect(linesOf('```sql\nSELECT 1\n  FROM x\n```')).toEqual(['SELECT 1', '  FROM x']);
});

test('a quote is marked on each of its lines, however deep', () => {
  expect(linesOf('> a\n> b\n>> c')).toEqual(['│ a', '│ b', '│ │ c']);
});

test.each([
  ['a single one', 'EMEA: 5\nAMER: 4'],
  ['two spaces', 'EMEA: 5  \nAMER: 4'],
  ['a backslash', 'EMEA: 5\\\nAMER: 4'],
  ['a tag', 'EMEA: 5<br>AMER: 4'],
  ['a tag that is closed', 'EMEA: 5<br />AMER: 4'],
  ['Windows’ own', 'EMEA: 5\r\nAMER: 4'],
])('a line break stays one: %s', (_name, markdown) => {
  expect(linesOf(markdown)).toEqual(['EMEA: 5', 'AMER: 4']);
  expect(linesOf(`- ${markdown}`)).toEqual(['• EMEA: 5', '\u2003AMER: 4']);
  expect(markdownElements(markdown)).toHaveLength(1);
});

test('a break alone is no paragraph', () => {
  expect(linesOf('a\n\n<br>\n\nb')).toEqual(['a', 'b']);
});

test('escapes and entities are the characters they stand for', () => {
  expect(linesOf('5 \\* 3 &lt; 20 &amp; 1 &#8364; &#x20AC; &euro; &ndash;')).toEqual([
    '5 * 3 < 20 & 1 € € € –',
  ]);
  expect(linesOf('&#42;&#42;no emphasis&#42;&#42; &unknown;')).toEqual([
    '**no emphasis** &unknown;',
  ]);
});

test('a bare address stays readable text', () => {
  expect(linesOf('see https://example.com/a?b=c and me@example.com')).toEqual([
    'see https://example.com/a?b=c and me@example.com',
  ]);
});

test('a footnote and a bracket with a colon lose no words', () => {
  expect(linesOf('See [^1] and [x][2].\n\n[^1]: Estimated\n\n[2]: https://a.example')).toEqual([
    'See [^1] and x.',
    '[^1]: Estimated',
  ]);
  expect(linesOf('[EMEA]: 1,204\n[AMER]: 5')).toEqual(['[EMEA]: 1,204', '[AMER]: 5']);
});

test('a heading can be underlined, and a line across the text parts what it is between', () => {
  expect(linesOf('Title\n===\nb\n\n---\n\nc')).toEqual(['Title', 'b', 'c']);
  expect(markdownElements('b\n\n---\n\nc').map(({ separator }) => separator)).toEqual([
    undefined,
    true,
  ]);
});

test('lists and quotes deeper than a phone is wide stop moving to the right', () => {
  const deep = Array.from({ length: 30 }, (_, depth) => `${'  '.repeat(depth)}- a${depth}`);
  const lines = linesOf(deep.join('\n'));
  expect(lines).toHaveLength(30);
  expect(Math.max(...lines.map((line) => line.indexOf('•')))).toBe(8);
});

test('nesting too deep for the parser is shown as text', () => {
  const absurd = '>'.repeat(5000);
  expect(linesOf(absurd)).toEqual([absurd]);
});

test('no text gives no elements', () => {
  expect(markdownElements(' \n\n---\n')).toEqual([]);
});

test('what refers to a source keeps its brackets, wherever it leads', () => {
  const text = 'Up 5 [1], down 3[^2]; see [the book][1] and [here](https://a.example).';
  const definitions = '[1]: https://a.example\n[^2]: https://b.example';
  expect(linesOf(`${text}\n\n${definitions}`)).toEqual([
    'Up 5 [1], down 3[^2]; see the book and here.',
  ]);
});
