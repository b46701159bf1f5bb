import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerCard } from '../../../src/cards/answer/answerCard.ts';
import { parseCardSubmit } from '../../../src/cards/parts/cardSubmit.ts';
import { anAnswer, aView } from '../answer/anAnswer.ts';
import { cardAction } from '../readCard.ts';

const subscription = `${'a'.repeat(32)}-${'0'.repeat(32)}`;

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
  [{ action: 'follow', answer: 'k', question: 'x'.repeat(500) }],
  [{ action: 'subscribe-form', answer: 'k' }],
  [{ action: 'subscribe', answer: 'k' }],
  [{ action: 'subscribe', answer: 'k', every: 'day', time: '09:00', only: 'above', amount: 3.5 }],
  [{ action: 'change-form', subscription }],
  [{ action: 'change', subscription, every: 'keep', time: '', figure: 'keep', amount: '3.5' }],
  [{ action: 'pause', subscription }],
  [{ action: 'resume', subscription }],
  [{ action: 'unsubscribe', subscription }],
  [{ action: 'to-channel', subscription }],
  [{ action: 'subscriptions', from: 8 }],
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
  [{ action: 'follow', answer: 'k', question: 'x'.repeat(501) }],
  [{ action: 'follow', question: 'x' }],
  [{ action: 'subscribe', answer: 'k', every: 'x'.repeat(201) }],
  [{ action: 'subscribe', answer: 'k', time: 9 }],
  [{ action: 'subscribe', answer: 'k', amount: {} }],
  [{ action: 'subscribe', answer: 'k', amount: '1'.repeat(41) }],
  [{ action: 'change', every: 'day' }],
  [{ action: 'pause', subscription: subscription.slice(1) }],
  [{ action: 'pause', subscription: `${subscription}0` }],
  [{ action: 'pause', subscription: subscription.replace('-', '/') }],
  [{ action: 'pause', subscription: subscription.toUpperCase() }],
  [{ action: 'unsubscribe', subscription: [subscription] }],
  [{ action: 'subscriptions', from: -1 }],
  [{ action: 'subscriptions', from: 0.5 }],
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
