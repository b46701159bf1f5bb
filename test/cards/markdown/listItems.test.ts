import { describe, expect, it } from 'vitest';
import { answerCard } from '../../../src/cards/answer/answerCard.ts';
import { markdownElements } from '../../../src/cards/markdown/markdownElements.ts';
import { createMessage } from '../../../src/cards/parts/outgoingMessage.ts';
import { anAnswer, aView } from '../answer/anAnswer.ts';
import { parseWarnings } from '../parseWarnings.ts';
import { cardLines, cardOf } from '../readCard.ts';

function linesOf(markdown: string): string[] {
  return cardLines(createMessage('webchat', markdownElements(markdown), ''));
}

const sql = 'SELECT region,\n       SUM(x) -- total\nFROM t';
const fenced = `\`\`\`sql\n${sql}\n\`\`\``;
const indented = (text: string, by: string) => text.replaceAll(/^/gm, by);

describe.each(['teams', 'webchat'] as const)('code in a list item in %s', (channel) => {
  const text = `1. Run this:\n\n${indented(fenced, '   ')}\n2. Look`;
  const message = answerCard(anAnswer({ texts: [text], tables: [] }), aView({ channel }));

  it('keeps its lines, its indentation and its comments', () => {
    const runs = JSON.stringify(cardOf(message));
    expect(runs).toContain(JSON.stringify({ type: 'TextRun', text: sql, fontType: 'Monospace' }));
    expect(cardLines(message).slice(0, 5)).toEqual([
      '1. Run this:',
      '\u2003SELECT region,',
      '\u2003       SUM(x) -- total',
      '\u2003FROM t',
      '2. Look',
    ]);
  });

  it('makes a card that is valid', () => {
    expect(parseWarnings(message)).toEqual([]);
  });
});

describe('a list item', () => {
  it.each([
    ['code', `- a\n\n${indented(fenced, '  ')}`, sql.split('\n')],
    ['code right at its mark', '- ```\n  a\n    b\n  ```', ['a', '  b']],
    ['indented code', '- a\n\n      b\n        c', ['b', '  c']],
    ['a table', '- a\n\n  | b | c |\n  |---|---|\n  | 1 | 2 |', ['b | c', '1 | 2']],
    ['a quote', '- a\n  > b\n  > c', ['│ b', '│ c']],
    ['a heading', '- a\n\n  ## b', ['b']],
    ['another paragraph', '- a\n\n  b\n  c', ['b', 'c']],
    ['a list', '- a\n  1. b\n  2. c', ['1. b', '2. c']],
  ])('holds %s, indented, on lines of its own', (_name, markdown, lines) => {
    const inner = lines.map((line) => `\u2003${line}`);
    expect(linesOf(markdown)).toEqual([markdown.startsWith('- a') ? '• a' : '•', ...inner]);
    // One level deeper
    expect(linesOf(`- up\n${indented(markdown, '  ')}`)).toEqual([
      '• up',
      markdown.startsWith('- a') ? '\u2003• a' : '\u2003•',
      ...inner.map((line) => `\u2003${line}`),
    ]);
  });

  it('begins with a heading', () => {
    expect(linesOf('- # a\n- b')).toEqual(['• a', '• b']);
  });

  it('keeps its number and its box', () => {
    expect(linesOf('7) a\n8) b')).toEqual(['7. a', '8. b']);
    expect(linesOf('- [ ] a\n\n  b\n- [x] c')).toEqual(['• ☐ a', '\u2003b', '• ☑ c']);
  });
});

describe('a quote', () => {
  it('holds lists, code and tables', () => {
    expect(
      linesOf('> - a\n>   b\n>\n> ```\n> c\n>   d\n> ```\n>\n> | e |\n> |---|\n> | 1 |'),
    ).toEqual(['│ • a', '│ \u2003b', '│ c', '│   d', '│ e', '│ 1']);
  });
});

describe('a table', () => {
  it('isn’t parted by bars in code, escaped or not', () => {
    expect(linesOf('| a | b |\n|---|---|\n| `x | y` | 5 |\n| `x \\| y` | 6 |')).toEqual([
      'a | b',
      'x | y | 5',
      'x | y | 6',
    ]);
  });

  it('breaks a line in a cell where a tag says so', () => {
    const wire = JSON.stringify(markdownElements('| a |\n|---|\n| 1<br>2 |'));
    expect(wire).toContain('"text":"1\\n2"');
  });
});

describe('code', () => {
  it('that is never closed goes to the end', () => {
    expect(linesOf('a\n\n```sql\nSELECT 1\n\n  -- b')).toEqual(['a', 'SELECT 1', '', '  -- b']);
  });

  it('keeps its tabs, and loses Windows’ line ends', () => {
    expect(linesOf('```\r\na\r\n\tb\r\n```\r\n')).toEqual(['a', '\tb']);
  });
});
