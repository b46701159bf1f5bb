import { describe, expect, it } from 'vitest';
import { failProbe, passProbe, takeStart } from '../../../src/questions/pace/budget.ts';
import { claimProbe, isDown, probeEveryMs } from '../../../src/questions/pace/outage.ts';
import type { Budget } from '../../../src/questions/question.ts';

const perMinute = 5;
const since = 1_000;
const by = (questionId: string) => ({ questionId, person: questionId });
const probed = (questionId: string) => ({ questionId, byAsking: false, isWaiting: true });
const idsOf = ({ starts }: Budget) => starts.map(({ questionId }) => questionId);

/** `a` has met trouble, and its probe failed at 5,000. */
const down = failProbe(
  claimProbe({ starts: [] }, 'a', since, 4_900).budget,
  { ...probed('a'), isWaiting: false },
  perMinute,
  5_000,
);
const dueAt = 5_000 + probeEveryMs;

describe('an outage', () => {
  it('is only suspected until a probe fails: others go on by themselves', () => {
    const { budget, claim } = claimProbe({ starts: [] }, 'a', since, 2_000);
    expect(claim).toBe('probe');
    expect(claimProbe(budget, 'b', since, 2_000).claim).toBe('go-on');
    expect(takeStart(budget, by('c'), perMinute, 2_000).startAt).toBe(2_000);
    expect(isDown(budget, 2_000)).toBe(false);
  });

  it('lets one question probe at a time, and not before the next probe is due', () => {
    expect(claimProbe(down, 'b', since, dueAt - 1).claim).toBe('wait');
    const { budget, claim } = claimProbe(down, 'b', since, dueAt);
    expect(claim).toBe('probe');
    const late = dueAt + 10 * probeEveryMs;
    expect(claimProbe(budget, 'c', since, late).claim).toBe('wait');
    expect(takeStart(budget, by('d'), perMinute, late).startAt).toBeGreaterThan(late);
  });

  it('gives the claim of a killed owner to another, and its own back to a question', () => {
    const { budget } = claimProbe(down, 'b', since, dueAt);
    expect(claimProbe(budget, 'c', since, dueAt + 1, 'b').claim).toBe('probe');
    expect(claimProbe(budget, 'c', since, dueAt + 1, 'x').claim).toBe('wait');
    expect(claimProbe(budget, 'b', since, dueAt + 1).claim).toBe('probe');
  });

  it('starts nothing before the next probe; what starts then is the probe', () => {
    const first = takeStart(down, by('b'), perMinute, 6_000);
    expect(first.startAt).toBe(dueAt);
    const second = takeStart(first.budget, by('c'), perMinute, 7_000);
    expect(second.startAt).toBe(dueAt);
    const started = takeStart(second.budget, by('c'), perMinute, dueAt);
    expect(started.startAt).toBe(dueAt);
    expect(started.budget.outage?.probedBy).toBe('c');
    expect(takeStart(started.budget, by('b'), perMinute, dueAt).startAt).toBeGreaterThan(dueAt);
  });

  it('leaves the one that probed in vain first in line', () => {
    const waiting = ['b', 'c', 'd'].reduce(
      (budget, id) => takeStart(budget, by(id), perMinute, 6_000).budget,
      down,
    );
    const probing = takeStart(waiting, by('d'), perMinute, dueAt).budget;
    const failed = failProbe(probing, probed('d'), perMinute, dueAt + 100);
    expect(idsOf(failed)).toContain('d');
    expect(failed.starts.find(({ questionId }) => questionId === 'd')).toMatchObject({
      at: dueAt + 100 + probeEveryMs,
    });
    expect(failed.starts.some(({ started }) => started)).toBe(false);
  });

  it('is over at the first probe that succeeds: those in line move up', () => {
    const waiting = takeStart(down, by('b'), perMinute, 6_000).budget;
    const { budget } = claimProbe(waiting, 'a', since, dueAt);
    const back = passProbe(budget, { questionId: 'a', byAsking: false }, perMinute, dueAt);
    expect(back.outage).toBeUndefined();
    expect(back.starts.map(({ at }) => at)).toEqual([dueAt]);
  });

  it('isn’t changed by one who no longer has the claim', () => {
    const { budget } = claimProbe(down, 'b', since, dueAt);
    expect(failProbe(budget, probed('a'), perMinute, dueAt)).toBe(budget);
    expect(passProbe(budget, probed('a'), perMinute, dueAt)).toBe(budget);
  });

  it('is no news once nobody has probed for a while', () => {
    expect(isDown(down, dueAt)).toBe(true);
    expect(isDown(down, dueAt + 60_000)).toBe(false);
  });
});
