import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerCard } from '../../src/cards/answerCard.ts';
import { parseCardSubmit } from '../../src/cards/cardSubmit.ts';
import { anAnswer, aView } from './anAnswer.ts';
import { cardAction } from './readCard.ts';

test('reads what our own card sends back', () => {
  const action = cardAction(answerCard(anAnswer(), aView()), '👍 Helpful');
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
  [undefined],
  [null],
  ['rate'],
  [[]],
  [{ action: 'rate', answer: 'k' }],
  [{ action: 'rate', answer: 'k', rating: 'NONE' }],
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
