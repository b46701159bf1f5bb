import { expect, test } from 'vitest';
import { queriesToFetch } from '../../src/answers/queriesToFetch.ts';
import { aMessage, aQuery, aText } from './aMessage.ts';

test('rows are fetched for every query that a later one did not replace', () => {
  const message = aMessage(
    aQuery('a', { title: 'Revenue' }),
    aQuery('b', { title: 'Revenue' }),
    aText('Done.'),
    aQuery('c', { title: 'Costs' }),
  );
  expect(queriesToFetch(message)).toEqual(['b', 'c']);
});

test('a message without queries needs no rows', () => {
  expect(queriesToFetch(aMessage(aText('Done.')))).toEqual([]);
});
