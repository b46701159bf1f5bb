import { describe, expect, it } from 'vitest';
import {
  answerKeyOf,
  newNonce,
  parseAnswerKey,
  questionIdOf,
  sessionIdOf,
} from '../../src/questions/ids.ts';
import { aPlace } from '../support/aPlace.ts';

describe('ids', () => {
  it('gives the same activity the same question, and a different activity a different one', () => {
    const place = aPlace();
    expect(questionIdOf(place, '1')).toBe(questionIdOf(aPlace(), '1'));
    expect(questionIdOf(place, '1')).not.toBe(questionIdOf(place, '2'));
  });

  it('keeps two people in one conversation apart, and one person in two conversations', () => {
    const here = sessionIdOf(aPlace());
    expect(sessionIdOf(aPlace({ user: { id: 'someone else' } }))).not.toBe(here);
    expect(sessionIdOf(aPlace({ conversation: { id: 'elsewhere' } }))).not.toBe(here);
  });

  it('identifies a Teams user by their Entra object ID, whatever their ID in the chat', () => {
    const first = aPlace({ user: { id: '29:a', aadObjectId: 'x' } });
    const second = aPlace({ user: { id: '29:b', aadObjectId: 'x' } });
    expect(sessionIdOf(first)).toBe(sessionIdOf(second));
  });

  it('does not mix up parts that look the same when joined', () => {
    const one = aPlace({ conversation: { id: 'a' }, user: { id: 'b","c' } });
    const other = aPlace({ conversation: { id: 'a","b' }, user: { id: 'c' } });
    expect(sessionIdOf(one)).not.toBe(sessionIdOf(other));
  });

  it('parses its own answer keys and nothing else', () => {
    const question = { id: questionIdOf(aPlace(), '1'), nonce: newNonce() };
    const key = answerKeyOf(question);
    expect(parseAnswerKey(key)).toEqual({ questionId: question.id, nonce: question.nonce });
    for (const forged of ['', 'x', `${key}0`, key.replace('.', ''), `../${key}`]) {
      expect(parseAnswerKey(forged)).toBeUndefined();
    }
  });
});
