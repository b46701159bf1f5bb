import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countPlacesOf,
  countWaiting,
  leaveLine,
  listWaiting,
  postponeStarts,
  takeStart,
} from '../../../src/questions/pace/budget.ts';
import type { Budget } from '../../../src/questions/question.ts';
import { toEntity } from '../../../src/storage/rows/tableEntity.ts';
import { runs } from '../../support/runs.ts';

const minute = 60_000;

/** A question of a person who has no other; `run…` is what a subscription asks. */
const by = (questionId: string, person = questionId) => ({
  questionId,
  person,
  ...(questionId.startsWith('run') && { isRun: true as const }),
});

function takeAll(
  ids: readonly string[],
  perMinute: number,
  now: number,
  budget: Budget = { starts: [] },
): Budget {
  return ids.reduce((current, id) => takeStart(current, by(id), perMinute, now).budget, budget);
}

const many = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}${index}`);
const waitingIn = ({ starts }: Budget) =>
  starts.filter(({ started }) => !started).map(({ questionId }) => questionId);
const atOf = ({ starts }: Budget, id: string) =>
  starts.find(({ questionId }) => questionId === id)?.at ?? Number.NaN;

describe('what subscriptions ask', () => {
  it.each([2, 5, 6, 20, 60])(
    'leaves a start free for who asks now, at %i a minute',
    (perMinute) => {
      let budget = takeAll(many('run', 200), perMinute, 0);
      for (let now = 0; now < 3 * minute; now += 500) {
        for (const { questionId, at, started } of budget.starts) {
          if (!started && at <= now) {
            ({ budget } = takeStart(budget, by(questionId), perMinute, now));
          }
        }
        expect(takeStart(budget, by('ada'), perMinute, now).startAt).toBe(now);
      }
      const started = budget.starts.filter((each) => each.started).length;
      expect(started).toBeGreaterThanOrEqual(Math.floor((perMinute * 4) / 5) - 1);
    },
  );

  it('has the only start that there is, at one a minute', () => {
    const budget = takeAll(['run0', 'run1'], 1, 0);
    expect(budget.starts).toMatchObject([{ at: 0, started: true }, { at: 61_250 }]);
  });

  it('starts behind everyone who waits, whenever they came', () => {
    const busy = takeAll([...many('person', 4), 'run0', 'run1', 'person4', 'run2'], 2, 0);
    expect(waitingIn(busy)).toEqual(['person2', 'person3', 'person4', 'run0', 'run1', 'run2']);
    const later = takeAll(['ada'], 2, 10_000, busy);
    expect(waitingIn(later).indexOf('ada')).toBe(3);
  });

  it('lets people who came meanwhile go first when its time has come', () => {
    const planned = takeAll(['ann', 'ben', 'run0'], 2, 0);
    const due = atOf(planned, 'run0');
    // The run's own instance is slow, and people take what was to be its start.
    const busy = takeAll(['cem', 'dan', 'eve'], 2, due + 1_000, planned);
    expect(busy.starts.filter(({ started }) => started).map((each) => each.questionId)).toEqual([
      'cem',
      'dan',
    ]);
    const come = takeStart(busy, by('run0'), 2, due + 2_000);
    expect(come.startAt).toBeGreaterThan(atOf(come.budget, 'eve'));
  });

  it('is fair to owners, not to subscriptions', () => {
    const full = takeAll(many('person', 2), 2, 0);
    const ids = ['runA1', 'runA2', 'runA3', 'runB1', 'runA4', 'runC1'];
    const line = ids.reduce(
      (budget, id) => takeStart(budget, by(id, id.slice(0, 4)), 2, 0).budget,
      full,
    );
    expect(waitingIn(line)).toEqual(['runA1', 'runB1', 'runC1', 'runA2', 'runA3', 'runA4']);
  });

  it('doesn’t push its owner’s own questions back', () => {
    const full = takeAll(many('person', 2), 2, 0);
    const runsOfAda = many('run', 3).reduce(
      (budget, id) => takeStart(budget, by(id, 'ada'), 2, 0).budget,
      full,
    );
    const asked = ['ada', 'ben'].reduce(
      (budget, id) => takeStart(budget, by(id), 2, 0).budget,
      runsOfAda,
    );
    expect(waitingIn(asked).slice(0, 2)).toEqual(['ada', 'ben']);
    expect(countPlacesOf(asked, 'ada', 0)).toBe(1);
  });

  it('is not among those who wait', () => {
    const line = takeAll([...many('person', 3), ...many('run', 5)], 2, 0);
    expect(countWaiting(line, 0)).toBe(1);
    expect(listWaiting(line, 0)).toMatchObject([{ person: 'person2' }]);
  });

  it('stays behind people after Genie refused it', () => {
    const line = takeAll(['run0', 'ann', 'ben', 'run1', 'cem'], 2, 0);
    const refused = postponeStarts(line, 'run0', 2, 1_000, 20_000);
    expect(waitingIn(refused)).toEqual(['ben', 'cem', 'run0', 'run1']);
    expect(atOf(refused, 'ben')).toBe(21_000);
  });

  it('moves up when people leave the line', () => {
    const line = takeAll([...many('person', 4), 'run0'], 2, 0);
    const left = leaveLine(line, ['person2', 'person3'], 2, 1_000);
    expect(atOf(left, 'run0')).toBeLessThan(atOf(line, 'run0'));
  });

  it('never fills the row, however many are due', () => {
    const named = (index: number, name: string) => ({
      questionId: `${name}${String(index).padStart(64 - name.length, '0')}-`,
      person: String(index).padStart(12, '0'),
      ...(name === 'run' && { isRun: true as const }),
    });
    const now = Date.now();
    const lineUp = (count: number, name: string) =>
      Array.from({ length: count }, (_, index) => ({
        ...named(index, name),
        round: 1_000,
        at: now + (index + 1) * 12_000,
      }));
    // As many people as `MAX_QUEUE_SIZE` allows, and nearly as many runs as there is room for.
    let budget: Budget = { starts: [...lineUp(2_000, 'p'), ...lineUp(950, 'run')] };
    let last = 0;
    for (let index = 950; index < 1_100; index += 1) {
      const taken = takeStart(budget, named(index, 'run'), 5, now);
      budget = taken.budget;
      last = taken.startAt;
    }
    const entity = toEntity(
      { partition: 'workspace', row: 'budget' },
      { document: JSON.stringify(budget) },
      'x'.repeat(36),
    );
    const bytes = Object.entries(entity).reduce(
      (sum, [name, value]) => sum + 2 * (name.length + String(value).length) + 8,
      0,
    );
    // A row takes 1 MiB.
    expect(bytes).toBeLessThan(1_000_000);
    expect(waitingIn(budget).length).toBe(3_000);
    // The others ask for a place again.
    expect(last).toBeGreaterThan(now);
    expect(last).toBeLessThan(now + 2 * minute);
  });

  it('keeps within Genie’s limit together with people, and starts while none of them waits', () => {
    const arrival = fc.record({
      isRun: fc.boolean(),
      afterMs: fc.integer({ min: 0, max: 5_000 }),
      lateMs: fc.integer({ min: 0, max: 3_000 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.array(arrival, { minLength: 1, maxLength: 60 }),
        (perMinute, arrivals) => {
          const { started, order } = playLine(perMinute, arrivals);
          for (const [index, at] of started.entries()) {
            const first = started[index - perMinute];
            if (first !== undefined) expect(at - first).toBeGreaterThanOrEqual(minute);
          }
          expect(started).toHaveLength(arrivals.length);
          // No run starts while someone waits whose time isn't due yet.
          expect(order.filter(({ isBeforePeople }) => isBeforePeople)).toEqual([]);
        },
      ),
      { numRuns: runs(50) },
    );
  });
});

/** Has everyone come at their times, as they are told, each a little late. */
function playLine(
  perMinute: number,
  arrivals: readonly { isRun: boolean; afterMs: number; lateMs: number }[],
) {
  let budget: Budget = { starts: [] };
  let time = 0;
  const coming = arrivals.map(({ isRun, afterMs, lateMs }, index) => {
    time += afterMs;
    return { id: `${isRun ? 'run' : 'person'}${index}`, at: time, lateMs };
  });
  const started: number[] = [];
  const order: { id: string; isBeforePeople: boolean }[] = [];
  while (coming.length > 0) {
    coming.sort((one, other) => one.at - other.at);
    const next = coming.shift();
    if (next === undefined) break;
    const { id, at: now, lateMs } = next;
    const { budget: after, startAt } = takeStart(budget, by(id), perMinute, now);
    const waiting = after.starts.some((each) => !each.started && !each.isRun && each.at > now);
    budget = after;
    if (startAt <= now) {
      started.push(now);
      order.push({ id, isBeforePeople: id.startsWith('run') && waiting });
    } else {
      coming.push({ id, at: startAt + lateMs, lateMs: 0 });
    }
  }
  return { started, order };
}
