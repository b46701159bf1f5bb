import { expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/common/errors.ts';
import { findLastAnswered } from '../../../src/questions/answered/findAnswer.ts';
import type { Question } from '../../../src/questions/question.ts';
import { aRun } from '../../support/aRun.ts';
import { makeQuestion } from '../../support/storedValues.ts';

const shown = makeQuestion({ id: 'shown', state: 'delivered', answeredAt: 1 });

function lastOf(...all: Question[]): Question | undefined {
  return findLastAnswered({}, all);
}
const failed = (code: ErrorCode, changes: Partial<Question> = {}) =>
  makeQuestion({ state: 'failed', answeredAt: 2, failure: { code, errorId: 'e' }, ...changes });

it.each<ErrorCode>(['undeliverable', 'delivery-unsure'])(
  'an answer that its asker perhaps never saw (%s) can be brought up like any other',
  (code) => {
    expect(lastOf(shown, failed(code))).toMatchObject({ failure: { code } });
  },
);

it('a question that Genie could not answer has no answer to bring up', () => {
  expect(lastOf(shown, failed('genie-failed'))).toBe(shown);
});

it('an answer whose conversation was deleted is gone, delivered or not', () => {
  const deleted = failed('undeliverable', { conversationDeleted: true });
  expect(lastOf(shown, deleted)).toBe(shown);
});

it('an answer of a subscription counts from when it was due, not from when Genie was done', () => {
  const run = aRun({ dueAt: 9 });
  const sent = makeQuestion({ id: 'sent', state: 'delivered', answeredAt: 2, run });
  const between = makeQuestion({ id: 'between', state: 'delivered', answeredAt: 5 });
  expect(lastOf(sent, between)).toBe(sent);
  const after = makeQuestion({ id: 'after', state: 'delivered', answeredAt: 10 });
  expect(lastOf(sent, after)).toBe(after);
});

it('an answer of a subscription that is kept for its time, or was kept back, isn’t brought up', () => {
  const held = makeQuestion({ id: 'held', state: 'answered', answeredAt: 5, run: aRun() });
  const unmet = aRun({ silent: 'unmet' });
  const silent = makeQuestion({ id: 'silent', state: 'delivered', answeredAt: 6, run: unmet });
  expect(lastOf(shown, held, silent)).toBe(shown);
});
