import { describe, expect, it } from 'vitest';
import { createGrowingText, readGrowingText } from '../../src/answers/growingText.ts';
import { readTextAnswer } from '../../src/answers/readTextAnswer.ts';

const table = ['| Region | Revenue |', '|---|--:|', '| EMEA | 1,204.50 |', '| LATAM | 300.00 |'];

describe('a text on its way', () => {
  it.each<[string, string[]]>([
    ['words alone', ['**Europe** leads, and', 'Asia follows.', '', 'That’s all.']],
    ['a table at the end', ['**Europe** leads.', '', ...table]],
    ['a table right below words', ['Europe leads.', ...table, '', 'That’s all.']],
    ['a title in bold', ['Europe leads.', '', '**Revenue by region:**', '', ...table, '', 'So.']],
    ['a heading', ['## Report', 'Europe leads.', '', '### Revenue', ...table, '', 'So.']],
    ['a table first', [...table, '', 'Europe leads.', '', ...table, '', 'So.']],
    ['bars that are no table', ['Either a | b', 'or c.', '', '- a | b', '- c']],
    ['a list', ['Look:', '', '- **One**', '- Two', '', '1. __Three__']],
  ])('only grows, up to the words of the answer: %s', (_, lines) => {
    const text = lines.join('\n');
    const whole = readTextAnswer({ text }).texts.join('\n\n');
    let before = '';
    for (let length = 1; length <= text.length; length += 1) {
      const shown = readGrowingText(text.slice(0, length));
      expect(shown.startsWith(before)).toBe(true);
      expect(whole).toContain(shown);
      before = shown;
    }
    expect(readGrowingText(`${text}\n\nEnd`)).toBe(`${whole}\n\nEnd`.trimStart());
  });

  it('has no rows, nor anything of a table that has just begun', () => {
    for (let count = 1; count <= table.length; count += 1) {
      const text = ['Europe leads.', '', '**Revenue**', '', ...table.slice(0, count)].join('\n');
      expect(readGrowingText(text)).toBe('Europe leads.');
    }
  });

  it('shows no more than a stream has room for', () => {
    expect(readGrowingText('word '.repeat(100_000)).length).toBeLessThanOrEqual(12_000);
  });
});

it('a text that comes in pieces is read five times a second at most, and to its end', () => {
  let now = 0;
  const growing = createGrowingText(() => now);
  const shown = () => growing.words();
  growing.hear('Sales');
  expect(shown()).toBe('Sales');
  now = 199;
  growing.hear('Sales grew');
  expect(shown()).toBe('Sales');
  now = 200;
  expect(shown()).toBe('Sales grew');
});

it('a text that turns out to be another shows what it was, as a stream demands', () => {
  let now = 0;
  const growing = createGrowingText(() => now);
  growing.hear('Sales grew');
  growing.words();
  now = 1_000;
  growing.hear('Costs');
  expect(growing.words()).toBe('Sales grew');
  now = 2_000;
  growing.hear('Sales grew by 4 %');
  expect(growing.words()).toBe('Sales grew by 4 %');
});
