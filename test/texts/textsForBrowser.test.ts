import { expect, it } from 'vitest';
import { textsFor } from '../../src/texts/textsFor.ts';
import { textsForBrowser } from '../../src/texts/textsForBrowser.ts';

/** Only the numbers tell the countries of one language apart. */
const limitFor = (header: string | null) =>
  textsForBrowser(header, 'en-US').people.questionTooLong({ limit: 1_000_000 });
const limit = (locale: string) =>
  textsFor(locale, 'en-US').people.questionTooLong({ limit: 1_000_000 });

it.each([
  ['en-IN', 'en-IN'],
  ['tlh, en-IN;q=0.5', 'en-IN'],
  ['en-US;q=0.4, en-IN;q=0.8', 'en-IN'],
  ['en-US;q=0, en-IN;q=0.1', 'en-IN'],
  [' en-IN ; q=0.9 ,en-US;q=0.1', 'en-IN'],
])('the language is the best of those that the browser accepts: %s', (header, locale) => {
  expect(limitFor(header)).toBe(limit(locale));
});

it.each([null, '', '*', ',,;', 'tlh', 'en-IN;q=0', 'en-IN;q=high', `${'x,'.repeat(100_000)}en-IN`])(
  'is the default’s if the browser says nothing that is understood: %j',
  (header) => {
    expect(limitFor(header)).toBe(limit('en-US'));
  },
);
