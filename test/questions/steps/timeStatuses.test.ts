import fc from 'fast-check';
import { expect, it } from 'vitest';
import { timeStatuses } from '../../../src/questions/steps/timeStatuses.ts';

it('counts the time between two polls for the status of the earlier one', () => {
  const note = timeStatuses({}, 1_000);
  note('ASKING_AI', 1_100);
  note('ASKING_AI', 2_100);
  note('EXECUTING_QUERY', 3_100);
  expect(note('COMPLETED', 3_400)).toEqual({
    SUBMITTED: 100,
    ASKING_AI: 2_000,
    EXECUTING_QUERY: 300,
  });
});

it('continues from the earlier sums, and loses no millisecond', () => {
  const looks = fc.array(
    fc.tuple(fc.constantFrom('ASKING_AI', 'NEW', 'SUBMITTED'), fc.nat(9_999)),
    {
      minLength: 1,
    },
  );
  fc.assert(
    fc.property(looks, fc.nat(), (steps, before) => {
      const note = timeStatuses({ NEW: before }, 5);
      let at = 5;
      let sum: Record<string, number> = {};
      for (const [status, ms] of steps) {
        at += ms;
        sum = note(status, at);
      }
      expect(Object.values(sum).reduce((one, other) => one + other)).toBe(before + at - 5);
    }),
  );
});
