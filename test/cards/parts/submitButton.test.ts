import { expect, test } from 'vitest';
import { parseCardSubmit } from '../../../src/cards/parts/cardSubmit.ts';
import { submitButton } from '../../../src/cards/parts/submitButton.ts';

test('a button sends what the bot reads', () => {
  const { data } = submitButton('Ask again', { action: 'again', answer: 'k' });
  expect(parseCardSubmit(data)).toEqual({ action: 'again', answer: 'k' });
});

test('a button that the bot would not understand does not compile', () => {
  const buttons = [
    // @ts-expect-error: no such action
    submitButton('Ask again', { action: 'agian', answer: 'k' }),
    // @ts-expect-error: the answer is missing
    submitButton('Ask again', { action: 'again' }),
    // @ts-expect-error: no such format
    submitButton('Download', { action: 'export', answer: 'k', table: 't', format: 'pdf' }),
  ];
  expect(buttons.filter(({ data }) => parseCardSubmit(data))).toEqual([]);
});
