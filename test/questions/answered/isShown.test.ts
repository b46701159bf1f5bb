import { expect, it } from 'vitest';
import { isShown } from '../../../src/questions/answered/isShown.ts';
import { endStates, type Question, type QuestionState } from '../../../src/questions/question.ts';
import type { Silence } from '../../../src/questions/subscription.ts';
import { aRun } from '../../support/aRun.ts';
import { makeQuestion } from '../../support/storedValues.ts';

const states: QuestionState[] = [
  'received',
  'signing-in',
  'asking',
  'asked',
  'answered',
  'delivered',
  'failing',
  'overdue',
  'failed',
];
const asked = (state: QuestionState, changes: Partial<Question> = {}) =>
  isShown(makeQuestion({ state, run: aRun(), ...changes }));

it.each(states)('what a person asked is theirs to see while it’s %s', (state) => {
  expect(isShown(makeQuestion({ state }))).toBe(true);
});

it.each(states.filter((state) => !endStates.has(state)))(
  'what a subscription asks is nowhere while it’s %s, but for an outcome that is on its way',
  (state) => {
    expect(asked(state)).toBe(false);
    expect(asked(state, { sending: 'post' })).toBe(true);
  },
);

it.each(['delivered', 'failed'] as const)(
  'what a subscription asked is there once it’s %s',
  (state) => {
    expect(asked(state)).toBe(true);
  },
);

it.each<Silence>(['unmet', 'over', 'late', 'told'])(
  'what a subscription asked in vain (%s) is nowhere, however it ended',
  (silent) => {
    const run = aRun({ silent });
    expect([asked('delivered', { run }), asked('failed', { run })]).toEqual([false, false]);
  },
);
