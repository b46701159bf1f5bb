import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../../src/common/errors.ts';
import type { Question } from '../../../../src/questions/question.ts';
import { ownerReasonOf } from '../../../../src/questions/subscriptions/outcomes/ownerReasonOf.ts';
import { makeQuestion } from '../../../support/storedValues.ts';

const { place } = makeQuestion();
const failed = (code: ErrorCode, changes: Partial<Question> = {}) =>
  makeQuestion({ state: 'failed', failure: { code, errorId: 'e' }, ...changes });

describe('what a channel that takes nothing says about an owner', () => {
  const reason = (changes: Partial<Question>) =>
    ownerReasonOf(failed('undeliverable', changes), { arePersonal: false });

  it('in Teams, is that they are gone, unless they could be told that', () => {
    expect(reason({})).toBe('gone');
    expect(reason({ answerActivityId: 'told' })).toBeUndefined();
  });

  it('on the chat page, is nothing: the answer is in the chat', () => {
    const visitor = { chatId: `${'a'.repeat(32)}-${'b'.repeat(32)}` };
    expect(reason({ place: { ...place, visitor } })).toBeUndefined();
  });
});

describe('what a refusal of Databricks’ says about an owner', () => {
  it.each([
    ['genie-forbidden', true, 'access'],
    ['genie-forbidden', false, undefined],
    ['genie-failed', true, undefined],
    ['sign-in-refused', true, 'access'],
  ] as const)('%s, if people ask as themselves (%s): %s', (code, arePersonal, expected) => {
    expect(ownerReasonOf(failed(code), { arePersonal })).toBe(expected);
  });
});
