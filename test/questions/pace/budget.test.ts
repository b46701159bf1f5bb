import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWaiting, postponeStarts, takeStart } from '../../../src/questions/pace/budget.ts';
import type { Budget } from '../../../src/questions/question.ts';

function takeAll(
  ids: readonly string[],
  perMinute: number,
  now: number,
  budget: Budget = { starts: [] },
) {
  return ids.reduce((current, id) => takeStart(current, id, perMinute, now).budget, budget);
}

const startsOf = (budget: Budget) => budget.starts.map(({ at }) => at);
const idsOf = (budget: Budget) => budget.starts.map(({ questionId }) => questionId);

describe('the budget of a workspace', () => {
  it('starts a minute’s worth of questions at once, and the next one just over a minute after the first', () => {
    const starts = startsOf(takeAll(['a', 'b', 'c'], 2, 1_000));
    expect(starts.slice(0, 2)).toEqual([1_000, 1_000]);
    expect(starts[2]).toBeGreaterThan(61_000);
    expect(starts[2]).toBeLessThan(63_000);
  });

  it('lets a crowd through evenly if the limit is higher', () => {
    const starts = startsOf(
      takeAll(
        Array.from({ length: 40 }, (_, index) => String(index)),
        50,
        0,
      ),
    );
    expect(starts.filter((at) => at < 6_000)).toHaveLength(5);
    const least = (40 / 50) * 60_000 - 6_000;
    expect(starts.at(-1)).toBeGreaterThanOrEqual(least);
    expect(starts.at(-1)).toBeLessThan(least * 1.15);
  });

  it('gives a question that asks again the same time', () => {
    const first = takeStart({ starts: [] }, 'a', 1, 0);
    const waiting = takeStart(first.budget, 'b', 1, 0);
    const again = takeStart(waiting.budget, 'b', 1, 30_000);
    expect(again.startAt).toBe(waiting.startAt);
    expect(again.budget.starts).toHaveLength(2);
  });

  it('measures the pace from when questions actually start', () => {
    const planned = takeAll(['a', 'b', 'c'], 1, 0);
    const [, b = 0, c = 0] = startsOf(planned);
    const late = takeStart(planned, 'b', 1, b + 5_000);
    expect(late.startAt).toBe(b + 5_000);
    expect(takeStart(late.budget, 'c', 1, c).startAt).toBe(b + 5_000 + 61_250);
  });

  it('keeps the place of a question that misses its start time', () => {
    const planned = takeAll(['a', 'b'], 1, 0);
    const [, b = 0] = startsOf(planned);
    const behind = takeStart(planned, 'c', 1, b + 10_000);
    expect(behind.startAt).toBeGreaterThan(b + 10_000);
    expect(takeStart(behind.budget, 'b', 1, b + 11_000).startAt).toBe(b + 11_000);
  });

  it('puts a refused question first and keeps the others in order behind it', () => {
    const after = postponeStarts(takeAll(['a', 'b', 'c', 'd'], 2, 0), 'b', 2, 100, 20_000);
    expect(idsOf(after)).toEqual(['a', 'b', 'c', 'd']);
    expect(after.starts[1]?.at).toBe(20_100);
  });

  it('starts nothing until the wait that Genie asked for is over', () => {
    const refused = postponeStarts({ starts: [] }, 'a', 5, 0, 30_000);
    expect(takeStart(refused, 'b', 5, 10).startAt).toBeGreaterThanOrEqual(30_000);
  });

  it('counts the questions that are still waiting', () => {
    expect(countWaiting(takeAll(['a', 'b', 'c'], 1, 0), 1)).toBe(2);
  });

  it('never exceeds the limit in any minute and nearly keeps the order, however late questions are', () => {
    const arrivals = fc.array(
      fc.record({
        after: fc.integer({ min: 0, max: 20_000 }),
        late: fc.integer({ min: 0, max: 1_500 }),
      }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), arrivals, (perMinute, questions) => {
        const started = letThrough(questions, perMinute);
        expect(started).toHaveLength(questions.length);
        const times = started.map(({ at }) => at).sort((one, other) => one - other);
        for (const [index, at] of times.entries()) {
          const after = times[index + perMinute];
          if (after !== undefined) expect(after - at).toBeGreaterThanOrEqual(60_000);
        }
        for (const [place, { index }] of started.entries()) {
          expect(Math.abs(place - index)).toBeLessThanOrEqual(5);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Plays questions that arrive and come back `late` whenever their time has come; in the order in which they start. */
function letThrough(questions: readonly { after: number; late: number }[], perMinute: number) {
  let arrival = 1_000_000;
  const coming = questions.map(({ after, late }, index) => {
    arrival += after;
    return { index, late, at: arrival };
  });
  const started: { index: number; at: number }[] = [];
  let budget: Budget = { starts: [] };
  while (coming.length > 0) {
    coming.sort((one, other) => one.at - other.at || one.index - other.index);
    const next = coming.shift();
    if (next === undefined) break;
    const { startAt, ...taken } = takeStart(budget, String(next.index), perMinute, next.at);
    budget = taken.budget;
    if (startAt <= next.at) started.push({ index: next.index, at: next.at });
    else coming.push({ ...next, at: startAt + next.late });
  }
  return started;
}
