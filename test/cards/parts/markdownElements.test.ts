import { expect, test } from 'vitest';
import type { TextRun } from '../../../src/cards/parts/adaptiveCard.ts';
import { markdownElements } from '../../../src/cards/parts/markdownElements.ts';
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

test('bold, italics, strikethrough and code are kept, even nested', () => {
  expect(runsOf('a **b _c_** ~~d~~ `e*`')).toEqual([
    { type: 'TextRun', text: 'a ' },
    { type: 'TextRun', text: 'b ', weight: 'Bolder' },
    { type: 'TextRun', text: 'c', weight: 'Bolder', italic: true },
    { type: 'TextRun', text: ' ' },
    { type: 'TextRun', text: 'd', strikethrough: true },
    { type: 'TextRun', text: ' ' },
    { type: 'TextRun', text: 'e*', fontType: 'Monospace' },
  ]);
});

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
  expect(element).toMatchObject({ type: 'Table', columns: [{ width: 1 }, { width: 1 }] });
  expect(linesOf('| a | b |\n|---|---|\n| 1 | **2** |')).toEqual(['a | b', '1 | 2']);
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

test('a quote is marked, and a soft line break is a space', () => {
  expect(linesOf('> a\n> b')).toEqual(['│ a b']);
});

test('a hard line break is kept', () => {
  expect(linesOf('a  \nb<br>c')).toEqual(['a', 'b', 'c']);
});

test('escapes and entities are the characters they stand for', () => {
  expect(linesOf('5 \\* 3 &lt; 20 &amp; 1')).toEqual(['5 * 3 < 20 & 1']);
});

test('a bare address stays readable text', () => {
  expect(linesOf('see https://example.com/a?b=c and me@example.com')).toEqual([
    'see https://example.com/a?b=c and me@example.com',
  ]);
});

test('nesting too deep for the parser is shown as text', () => {
  const absurd = '>'.repeat(5000);
  expect(linesOf(absurd)).toEqual([absurd]);
});

test('no text gives no elements', () => {
  expect(markdownElements(' \n\n---\n')).toEqual([]);
});
