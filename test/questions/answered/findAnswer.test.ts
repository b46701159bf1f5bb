import { expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/common/errors.ts';
import { findLastAnswered } from '../../../src/questions/answered/findAnswer.ts';
import type { Question } from '../../../src/questions/question.ts';
import { makeQuestion } from '../../support/storedValues.ts';

const shown = makeQuestion({ id: 'shown', state: 'delivered', answeredAt: 1 });

function lastOf(...all: Question[]): Promise<Question | undefined> {
  return findLastAnswered({ id: 's1' }, { listAll: async () => all });
}
const failed = (code: ErrorCode, changes: Partial<Question> = {}) =>
  makeQuestion({ state: 'failed', answeredAt: 2, failure: { code, errorId: 'e' }, ...changes });

it.each<ErrorCode>(['undeliverable', 'delivery-unsure'])(
  'an answer that its asker perhaps never saw (%s) can be brought up like any other',
  async (code) => {
    expect(await lastOf(shown, failed(code))).toMatchObject({ failure: { code } });
  },
);

it('a question that Genie could not answer has no answer to bring up', async () => {
  expect(await lastOf(shown, failed('genie-failed'))).toBe(shown);
});

it('an answer whose conversation was deleted is gone, delivered or not', async () => {
  const deleted = failed('undeliverable', { conversationDeleted: true });
  expect(await lastOf(shown, deleted)).toBe(shown);
});
