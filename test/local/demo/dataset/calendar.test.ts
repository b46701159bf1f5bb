import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayOf,
  quarterOf,
  truncate,
  weekdayOf,
} from '../../../../local/demo/dataset/calendar.ts';

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => dayOf(date.getTime()));
const unit = fc.constantFrom('WEEK', 'MONTH', 'QUARTER', 'YEAR');

describe('calendar', () => {
  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2026-11-21', -36, '2023-11-21'],
    ['2025-12-15', 1, '2026-01-15'],
  ])('%s and %i months is %s', (from, count, to) => {
    expect(addMonths(from, count)).toBe(to);
  });

  it.each([
    ['WEEK', '2026-11-16'],
    ['MONTH', '2026-11-01'],
    ['QUARTER', '2026-10-01'],
    ['YEAR', '2026-01-01'],
  ])('the %s of a Saturday in November begins on %s', (name, start) => {
    expect(truncate('2026-11-21', name)).toBe(start);
  });

  it('a unit begins on or before its days, and its first day begins itself', () => {
    fc.assert(
      fc.property(day, unit, (one, name) => {
        const start = truncate(one, name);
        expect(start <= one).toBe(true);
        expect(truncate(start, name)).toBe(start);
      }),
    );
  });

  it('seven days later is the same weekday, and days can be taken back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -800, max: 800 }), (one, count) => {
        expect(weekdayOf(addDays(one, 7))).toBe(weekdayOf(one));
        expect(addDays(addDays(one, count), -count)).toBe(one);
      }),
    );
  });

  it('Monday is 0; a quarter has three months', () => {
    expect(weekdayOf('2026-11-16')).toBe(0);
    expect(['2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([1, 2, 4]);
  });
});
