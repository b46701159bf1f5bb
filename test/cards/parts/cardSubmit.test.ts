import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerCard } from '../../../src/cards/answer/answerCard.ts';
import { parseCardSubmit } from '../../../src/cards/parts/cardSubmit.ts';
import { anAnswer, aView } from '../answer/anAnswer.ts';
import { cardAction } from '../readCard.ts';

test('reads what our own card sends back', () => {
  const action = cardAction(answerCard(anAnswer(), aView({ channel: 'webchat' })), '👍 Helpful');
  const data: unknown = 'data' in action ? action.data : undefined;
  expect(parseCardSubmit(data)).toEqual({ action: 'rate', answer: 'key-1', rating: 'POSITIVE' });
});

test('drops what clients add', () => {
  const value = {
    action: 'rate',
    answer: 'k',
    rating: 'NEGATIVE',
    msteams: { x: 1 },
    userId: 'me',
  };
  expect(parseCardSubmit(value)).toEqual({ action: 'rate', answer: 'k', rating: 'NEGATIVE' });
});

test.each([
  [{ action: 'rate', answer: 'k', rating: 'NONE' }],
  [{ action: 'comment', answer: 'k' }],
  [{ action: 'comment', answer: 'k', comment: 'Wrong region' }],
  [{ action: 'again', answer: 'k' }],
  [{ action: 'continue', answer: 'k' }],
  [{ action: 'delete', answer: 'k' }],
  [{ action: 'delete-all', session: 's', askedAt: 1 }],
  [{ action: 'space', space: 's' }],
  [{ action: 'share-space', space: 's' }],
  [{ action: 'decide', answer: 'k', isAllowed: false }],
  [{ action: 'ask', question: 'rest' }],
])('reads %j', (value) => {
  expect(parseCardSubmit(value)).toEqual(value);
});

test.each([
  [undefined],
  [null],
  ['rate'],
  [[]],
  [{ action: 'rate', answer: 'k' }],
  [{ action: 'rate', answer: 'k', rating: 'GOOD' }],
  [{ action: 'comment', answer: 'k', comment: 'x'.repeat(2001) }],
  [{ action: 'comment', answer: 'k', comment: 7 }],
  [{ action: 'again' }],
  [{ action: 'delete', answer: '' }],
  [{ action: 'delete-all', session: 's' }],
  [{ action: 'delete-all', session: 's'.repeat(101), askedAt: 1 }],
  [{ action: 'delete-all', session: 's', askedAt: '1' }],
  [{ action: 'space', space: 's'.repeat(121) }],
  [{ action: 'ask', question: 'x'.repeat(61) }],
  [{ action: 'rate', answer: '', rating: 'POSITIVE' }],
  [{ action: 'rate', answer: 'k'.repeat(201), rating: 'POSITIVE' }],
  [{ action: 'rate', answer: { length: 1 }, rating: 'POSITIVE' }],
  [{ action: 'drop', answer: 'k', rating: 'POSITIVE' }],
])('refuses %j', (value) => {
  expect(parseCardSubmit(value)).toBeUndefined();
});

test('never throws, whatever is sent', () => {
  fc.assert(fc.property(fc.anything(), (value) => parseCardSubmit(value) === undefined));
});
