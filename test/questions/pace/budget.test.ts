import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countWaiting,
  leaveLine,
  postponeStarts,
  takeStart,
} from '../../../src/questions/pace/budget.ts';
import type { Budget } from '../../../src/questions/question.ts';
import { runs } from '../../support/runs.ts';

/** A question of a person who has no other. */
const by = (questionId: string) => ({ questionId, person: questionId });

function takeAll(
  ids: readonly string[],
  perMinute: number,
  now: number,
  budget: Budget = { starts: [] },
) {
  return ids.reduce((current, id) => takeStart(current, by(id), perMinute, now).budget, budget);
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

  it('gives a question that asks again the time it already has', () => {
    const first = takeStart({ starts: [] }, by('a'), 1, 0);
    const waiting = takeStart(first.budget, by('b'), 1, 0);
    const again = takeStart(waiting.budget, by('b'), 1, 30_000);
    expect(again.startAt).toBe(waiting.startAt);
    expect(again.budget.starts).toHaveLength(2);
  });

  it('measures the pace from when questions actually start', () => {
    const planned = takeAll(['a', 'b', 'c'], 1, 0);
    const [, b = 0, c = 0] = startsOf(planned);
    const late = takeStart(planned, by('b'), 1, b + 5_000);
    expect(late.startAt).toBe(b + 5_000);
    expect(takeStart(late.budget, by('c'), 1, c).startAt).toBe(b + 5_000 + 61_250);
  });

  it('keeps the place of a question that misses its start time', () => {
    const planned = takeAll(['a', 'b'], 1, 0);
    const [, b = 0] = startsOf(planned);
    const behind = takeStart(planned, by('c'), 1, b + 10_000);
    expect(behind.startAt).toBeGreaterThan(b + 10_000);
    expect(takeStart(behind.budget, by('b'), 1, b + 11_000).startAt).toBe(b + 11_000);
  });

  it('puts a refused question first and keeps the others in order behind it', () => {
    const after = postponeStarts(takeAll(['a', 'b', 'c', 'd'], 2, 0), 'b', 2, 100, 20_000);
    expect(idsOf(after)).toEqual(['a', 'b', 'c', 'd']);
    expect(after.starts[1]?.at).toBe(20_100);
  });

  it('starts nothing until the wait that Genie asked for is over', () => {
    const refused = postponeStarts({ starts: [] }, 'a', 5, 0, 30_000);
    expect(takeStart(refused, by('b'), 5, 10).startAt).toBeGreaterThanOrEqual(30_000);
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
      { numRuns: runs(300) },
    );
  });
});

describe('the line of a workspace', () => {
  /** `ada-2` is Ada's second question; a name in capitals is that of a visitor whom no channel vouches for. */
  const starterOf = (questionId: string) => {
    const [person = ''] = questionId.split('-');
    return { questionId, person, unvouched: person === person.toUpperCase() };
  };
  const join = (ids: readonly string[], perMinute: number, budget: Budget = { starts: [] }) =>
    ids.reduce((line, id) => takeStart(line, starterOf(id), perMinute, 0).budget, budget);
  const waitingIn = (budget: Budget) =>
    budget.starts.filter(({ started }) => !started).map(({ questionId }) => questionId);
  const questionsOf = (person: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${person}-${index}`);

  it('puts a newcomer behind one question of each of the others, however many they have', () => {
    const line = join([...questionsOf('ada', 4), ...questionsOf('bob', 3), 'eve-0'], 1);
    expect(waitingIn(line)).toEqual([
      'bob-0',
      'eve-0',
      'ada-1',
      'bob-1',
      'ada-2',
      'bob-2',
      'ada-3',
    ]);
  });

  it('gives a person who floods it no more than three places, and the next person the next start', () => {
    const flooded = join(questionsOf('ada', 21), 5);
    expect(waitingIn(flooded)).toEqual(['ada-5', 'ada-6', 'ada-7']);
    const { startAt } = takeStart(flooded, starterOf('bob-0'), 5, 1_000);
    expect(startAt).toBeLessThan(62_000);
  });

  it('tells a question without a place to come again, and gives it one when its person has fewer', () => {
    const flooded = join(questionsOf('ada', 5), 1);
    expect(takeStart(flooded, starterOf('ada-4'), 1, 0).startAt).toBe(15_000);
    expect(countWaiting(flooded, 0)).toBe(4);
    const moved = leaveLine(flooded, ['ada-2'], 1, 1_000);
    const { budget } = takeStart(moved, starterOf('ada-4'), 1, 15_000);
    expect(waitingIn(budget)).toEqual(['ada-1', 'ada-3', 'ada-4']);
    expect(countWaiting(budget, 15_000)).toBe(3);
  });

  it('moves up those behind a question that leaves it', () => {
    const line = join(['ada-0', 'bob-0', 'eve-0'], 1);
    const [, bob, eve] = startsOf(line);
    const after = leaveLine(line, ['bob-0'], 1, 1_000);
    expect(waitingIn(after)).toEqual(['eve-0']);
    expect(bob).toBeLessThan(eve ?? 0);
    expect(startsOf(after)[1]).toBe(bob);
  });

  it('gives visitors whom no channel vouches for at most half of the starts while others wait', () => {
    const visitors = Array.from({ length: 40 }, (_, index) => `V${index}-0`);
    const people = Array.from({ length: 10 }, (_, index) => `p${index}-0`);
    const line = waitingIn(join([...visitors, ...people], 5));
    const last = line.findLastIndex((id) => id.startsWith('p'));
    for (let end = 1; end <= last; end += 1) {
      const ofVisitors = line.slice(0, end).filter((id) => id.startsWith('V')).length;
      expect(ofVisitors).toBeLessThanOrEqual(end / 2);
    }
    expect(line).toHaveLength(45);
  });

  it('keeps the order of arrival for people of one question each', () => {
    const people = Array.from({ length: 40 }, (_, index) => `${index % 2 ? 'p' : 'V'}${index}-0`);
    expect(idsOf(join(people, 5))).toEqual(people);
  });

  it('keeps the limit and starts every question, however many each person asks', () => {
    const person = fc.constantFrom('ada', 'bob', 'EVE', 'MAX');
    const arrivals = fc.array(fc.record({ person, afterMs: fc.nat(10_000) }), { maxLength: 40 });
    fc.assert(
      fc.property(arrivals, fc.integer({ min: 1, max: 20 }), (questions, perMinute) => {
        let at = 1_000_000;
        const coming = questions.map(({ person: name, afterMs }, index) => {
          at += afterMs;
          return { starter: starterOf(`${name}-${index}`), at, index };
        });
        const started: { person: string; index: number; at: number }[] = [];
        let budget: Budget = { starts: [] };
        while (coming.length > 0) {
          coming.sort((one, other) => one.at - other.at || one.index - other.index);
          const next = coming.shift();
          if (next === undefined) break;
          const taken = takeStart(budget, next.starter, perMinute, next.at);
          budget = taken.budget;
          const { person: name } = next.starter;
          if (taken.startAt <= next.at)
            started.push({ person: name, index: next.index, at: next.at });
          else coming.push({ ...next, at: taken.startAt });
        }
        for (const [index, { at: first }] of started.entries()) {
          const after = started[index + perMinute];
          if (after) expect(after.at - first).toBeGreaterThanOrEqual(60_000);
        }
        expect(started).toHaveLength(questions.length);
      }),
      { numRuns: runs(300) },
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
    const { startAt, ...taken } = takeStart(budget, by(String(next.index)), perMinute, next.at);
    budget = taken.budget;
    if (startAt <= next.at) started.push({ index: next.index, at: next.at });
    else coming.push({ ...next, at: startAt + next.late });
  }
  return started;
}
