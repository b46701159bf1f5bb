import { expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/common/errors.ts';
import { findLastAnswered } from '../../../src/questions/answered/findAnswer.ts';
import type { Question } from '../../../src/questions/question.ts';
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
