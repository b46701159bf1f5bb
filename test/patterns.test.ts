import { analyse } from 'scslre';
import { describe, expect, it } from 'vitest';
import { listPatterns } from './support/patternsOf.ts';

const { patterns, composed } = listPatterns();

/** What would make a pattern take longer than its text: `\s+$` tries each space of a row, once for each before it. */
function findSlow({ source, flags }: { source: string; flags: string }): string[] {
  return analyse({ source, flags }).reports.map(
    ({ type, exponential, character }) =>
      `${type}${exponential ? ', exponential' : ''}: many ${JSON.stringify(character.pick)}`,
  );
}

describe('the patterns in what is deployed', () => {
  it('are found', () => {
    expect(patterns.length).toBeGreaterThan(100);
  });

  it('take no longer than their text', () => {
    const slow = patterns.flatMap((pattern) => {
      const found = findSlow(pattern);
      const { path, line, source, flags } = pattern;
      return found.length > 0 ? [`${path}:${line} /${source}/${flags} ${found.join('; ')}`] : [];
    });
    expect(slow).toEqual([]);
  });

  it('are literals, which can be checked', () => {
    expect(composed).toEqual([]);
  });
});

describe('the check', () => {
  it.each([
    ['[\\s.!?…]+$', 'u'],
    ['^[^\\S\\n]+|[^\\S\\n]+$', 'g'],
    ['^0+|0+$', 'g'],
    ['\\.(\\d+?)0*$', ''],
    ['<[^>]*>', 'g'],
    ['[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,}', 'gi'],
    ['(?:a+)+b', ''],
  ])('finds /%s/%s', (source, flags) => {
    expect(findSlow({ source, flags })).not.toEqual([]);
  });
});
