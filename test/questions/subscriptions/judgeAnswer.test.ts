import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import type { Condition, Figure } from '../../../src/questions/subscription.ts';
import { judgeAnswer } from '../../../src/questions/subscriptions/judgeAnswer.ts';
import { figureToKeep } from '../../../src/questions/subscriptions/outcomes/figureToKeep.ts';
import { aTable } from '../../answers/aChartTable.ts';

const of = { column: 'n' };
const at = Date.UTC(2026, 10, 26);
const tomorrow = Date.UTC(2026, 10, 27);

function answer(...tables: Answer['tables']): Answer {
  return { kind: 'answer', texts: [], tables, suggestions: [] };
}
const saying = (n: string | number | null) =>
  answer(aTable('n DOUBLE', [[n === null ? null : String(n)]]));
const judge = (condition: Condition, now: number | string | null, before?: number) =>
  judgeAnswer(condition, saying(now), before === undefined ? undefined : { value: before, at });

describe('a limit', () => {
  test.each([
    ['above', 101, 'met'],
    ['above', 100, 'unmet'],
    ['above', 99, 'unmet'],
    ['below', 99.99, 'met'],
    ['below', 100, 'unmet'],
    ['below', 101, 'unmet'],
  ] as const)('of 100 with %s judges %s %s', (only, now, is) => {
    expect(judge({ only, of, limit: 100 }, now)).toEqual({ is, now });
  });

  test.each([
    ['above', -6, 'unmet'],
    ['below', -6, 'met'],
  ] as const)('can be negative: %s -5, %s is %s', (only, now, is) => {
    expect(judge({ only, of, limit: -5 }, now)).toMatchObject({ is });
  });

  test('isn’t passed by the noise of binary fractions', () => {
    expect(judge({ only: 'above', of, limit: 0.3 }, 0.1 + 0.2)).toMatchObject({ is: 'unmet' });
    expect(judge({ only: 'below', of, limit: 0.1 + 0.2 }, 0.3)).toMatchObject({ is: 'unmet' });
  });

  test('is passed by one, however large it is', () => {
    const limit = 4_000_000_000_000_000;
    expect(judge({ only: 'above', of, limit }, limit + 1)).toMatchObject({ is: 'met' });
  });

  test('says the figure before, if it is known', () => {
    expect(judge({ only: 'above', of, limit: 1 }, 3, 2)).toEqual({
      is: 'met',
      now: 3,
      before: { value: 2, at },
    });
  });
});

describe('a move', () => {
  const by10: Condition = { only: 'moved', of, by: 10 };
  const by10Percent: Condition = { only: 'moved', of, by: 10, isPercent: true };

  test.each([
    [by10, 100, 109.99, 'unmet'],
    [by10, 100, 110, 'met'],
    [by10, 100, 90, 'met'],
    [by10, -5, 5, 'met'],
    [by10, 100, 100, 'unmet'],
    [by10Percent, 200, 219, 'unmet'],
    [by10Percent, 200, 220, 'met'],
    [by10Percent, 200, 180, 'met'],
    [by10Percent, -200, -180, 'met'],
    [by10Percent, -200, -181, 'unmet'],
    // Of nothing, ten per cent are nothing.
    [by10Percent, 0, 0, 'unmet'],
    [by10Percent, 0, 0.01, 'met'],
    [by10Percent, 5, 0, 'met'],
    // By nothing at all: any change.
    [{ only: 'moved', of, by: 0 }, 5, 5, 'unmet'],
    [{ only: 'moved', of, by: 0 }, 5, 6, 'met'],
    [{ only: 'moved', of, by: 0.2 }, 0.1, 0.3, 'met'],
    [{ only: 'moved', of, by: 0 }, 0.3, 0.1 + 0.2, 'unmet'],
    [{ only: 'moved', of, by: 10, isPercent: true }, 0.1, 0.11, 'met'],
  ] as const)('%j from %s to %s is %s', (condition, before, now, is) => {
    expect(judge(condition, now, before)).toEqual({ is, now, before: { value: before, at } });
  });

  test('without a figure before shows the one that counts from now on', () => {
    expect(judge(by10, 100)).toEqual({ is: 'met', now: 100 });
    expect(judge(by10Percent, 0)).toEqual({ is: 'met', now: 0 });
  });
});

describe('an answer that a condition can’t be judged by', () => {
  const above: Condition = { only: 'above', of: { column: 'n', row: 'Asia' }, limit: 1 };

  test.each([
    ['column', aTable('region, m INT', [['Asia', '5']])],
    ['row', aTable('region, n INT', [['Europe', '5']])],
    [
      'row',
      aTable('region, n INT', [
        ['Asia', '5'],
        ['Asia', '6'],
      ]),
    ],
    ['number', aTable('region, n INT', [['Asia', null]])],
    ['table', aTable('region, n INT', [], { error: 'failed' })],
  ] as const)('is unclear by its %s, with the figure before', (missing, table) => {
    const before = { value: 7, at };
    expect(judgeAnswer(above, answer(table), before)).toEqual({ is: 'unclear', missing, before });
    expect(judgeAnswer(above, answer(table))).toEqual({ is: 'unclear', missing });
  });

  test('is unclear where Genie asks back', () => {
    const clarification: Answer = { ...answer(), kind: 'clarification', texts: ['Which year?'] };
    expect(judgeAnswer(above, clarification)).toEqual({ is: 'unclear', missing: 'table' });
    expect(judgeAnswer({ only: 'with-rows' }, clarification)).toEqual({
      is: 'unclear',
      missing: 'table',
    });
  });
});

describe('“only with rows”', () => {
  test.each([
    ['met', [['Asia', '5']]],
    ['unmet', []],
    ['unmet', [[null, null]]],
  ] as const)('is %s with the rows %j', (is, rows) => {
    const table = aTable(
      'region, n INT',
      rows.map((row) => [...row]),
    );
    expect(judgeAnswer({ only: 'with-rows' }, answer(table))).toEqual({ is });
  });
});

describe('the figure to compare with next time', () => {
  const before: Figure = { value: 100, at };
  const moved: Condition = { only: 'moved', of, by: 10 };
  const keepAfter = (condition: Condition, now: number | null) =>
    figureToKeep(condition, judgeAnswer(condition, saying(now), before), tomorrow);

  test('is the one that was shown last, so that many small moves are a large one', () => {
    expect(keepAfter(moved, 106)).toEqual(before);
    expect(keepAfter(moved, 112)).toEqual({ value: 112, at: tomorrow });
  });

  test('is the first if there was none', () => {
    const finding = judgeAnswer(moved, saying(100));
    expect(figureToKeep(moved, finding, tomorrow)).toEqual({ value: 100, at: tomorrow });
  });

  test('is the latest for a limit', () => {
    expect(keepAfter({ only: 'above', of, limit: 200 }, 106)).toEqual({ value: 106, at: tomorrow });
  });

  test('stays when an answer hasn’t got it', () => {
    expect(keepAfter(moved, null)).toEqual(before);
  });

  test('isn’t kept without one', () => {
    const finding = judgeAnswer({ only: 'with-rows' }, saying(5));
    expect(figureToKeep({ only: 'with-rows' }, finding, tomorrow)).toBeUndefined();
  });
});
